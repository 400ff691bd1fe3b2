// The closed classes of each language: articles, pronouns, prepositions, conjunctions, auxiliaries.
// Content words stay out, however frequent: the stream's own idf weighs those.
const LISTS: Readonly<Record<string, string>> = {
  en: `a an the this that these those i me my mine myself you your yours yourself he him his himself she her hers
    herself it its itself we us our ours ourselves they them their theirs themselves who whom whose which what
    when where why how and or but nor so yet if than then because as until while although though since unless of
    at by for with about against between into through during before after above below to from up down in out on
    off over under again further once here there all any both each few more most other some such no not only own
    same too very s t d ll m o re ve y can will just should now be am is are was were been being have has had
    having do does did doing would could may might must shall also upon via per among amid toward towards within
    without across around along behind beyond near onto isn't aren't wasn't weren't don't doesn't didn't won't
    wouldn't couldn't can't cannot hasn't haven't hadn't shouldn't it's he's she's that's there's i'm you're
    we're they're i've we've they've i'll we'll they'll i'd he'd she'd we'd they'd every either neither another
    still even ever however whether`,
  de: `der die das den dem des ein eine einer eines einem einen und oder aber doch sondern denn wenn weil dass daß
    ob als wie wo wer was wann warum ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen mein
    dein sein unser euer meine deine seine ihre unsere seinen seiner seinem seines ihren ihrer ihrem ihres dieser
    diese dieses diesem diesen jener jene jenes nicht kein keine keinen keiner keinem auch nur noch schon sehr so
    dann da hier dort nun ja nein an auf aus bei bis durch für gegen hinter in im ins mit nach neben ohne seit
    über um unter von vom vor zu zum zur zwischen am beim ist sind war waren wird werden wurde wurden worden hat
    haben hatte hatten habe bin bist sei seien wäre wären kann können konnte konnten muss müssen musste mussten
    soll sollen sollte sollten will wollen wollte wollten darf dürfen mag würde würden man mehr zwei alle allem
    allen aller alles ander andere anderen während sowie laut damit dazu davon dabei darauf daran`,
  es: `el la los las lo un una unos unas y e o u pero sino aunque porque que si como cuando donde quien quienes cual
    cuales cuyo yo tú él ella ello nosotros vosotros ellos ellas me te se nos os le les mi mis tu tus su sus
    nuestro nuestra nuestros nuestras este esta esto estos estas ese esa eso esos esas aquel aquella de del a al
    en con por para sin sobre entre hasta desde hacia según tras durante ante bajo contra no ni sí ya más menos
    muy también tampoco sólo solo aún todavía es son era eran fue fueron ser sido siendo está están estaba
    estaban estar ha han había habían haber hay he hemos tiene tienen tenía tener puede pueden podía poder debe
    deben todo toda todos todas otro otra otros otras cada mismo misma qué quién cuál cómo cuándo dónde`,
  fr: `le la les l un une des du de d et ou mais donc or ni car que qu quoi qui dont où quand comme comment pourquoi
    si je j tu il elle on nous vous ils elles me m te t se s lui leur leurs y en mon ma mes ton ta tes son sa ses
    notre nos votre vos ce cet cette ces cela ça c à au aux avec sans pour par sur sous dans entre vers chez
    depuis pendant avant après contre selon ne n pas plus moins très aussi encore déjà est sont était étaient
    être été étant a ont avait avaient avoir ai as avons avez sera seront serait fait peut peuvent pouvait doit
    doivent tout toute tous toutes autre autres même mêmes chaque quel quelle quels quelles`,
  it: `il lo la i gli le un uno una e ed o ma però perché che chi cui quale quali come quando dove se io tu lui lei
    noi voi loro mi ti si ci vi ne suo sua suoi sue mio mia nostro nostra questo questa questi queste quello
    quella quelli quelle di del dello della dei degli delle a al allo alla ai agli alle da dal dallo dalla dai
    dagli dalle in nel nello nella nei negli nelle con su sul sullo sulla sui sugli sulle per tra fra non più
    meno molto anche ancora già è sono era erano essere stato stata stati state ha hanno aveva avevano avere ho
    può possono deve devono tutto tutta tutti tutte altro altra altri altre ogni stesso stessa`,
  pt: `o a os as um uma uns umas e ou mas porque que se como quando onde quem qual quais eu tu ele ela nós vós eles
    elas me te lhe lhes seu sua seus suas meu minha nosso nossa este esta isto estes estas esse essa isso aquele
    aquela de do da dos das em no na nos nas ao à aos às com por pelo pela pelos pelas para sem sobre entre até
    desde contra não nem sim já mais menos muito também só ainda é são era eram foi foram ser sido está estão
    estava estar há tem têm tinha ter pode podem deve devem todo toda todos todas outro outra outros outras cada
    mesmo mesma`,
  nl: `de het een en of maar want dat die dit deze als wie wat waar wanneer waarom hoe ik jij je hij zij ze wij we
    jullie u mij me hem haar ons hun zich mijn jouw zijn onze in op aan bij van voor met door over onder tegen
    tot uit naar om na tussen zonder sinds tijdens te niet geen ook nog al alleen zeer meer er daar hier is was
    waren ben bent wordt worden werd werden heeft hebben had hadden kan kunnen kon moet moeten zal zullen zou
    zouden wil mag alle andere ander elk zelf`,
};

const sets = new Map<string, ReadonlySet<string>>();

/** The function words of a language (ISO 639-1), lower case; English where the language is unknown, none where we have no list. */
export function functionWords(language: string | null): ReadonlySet<string> {
  const code = (language ?? 'en').slice(0, 2).toLowerCase();
  let set = sets.get(code);
  if (!set) {
    set = new Set((LISTS[code] ?? '').split(/\s+/).filter(Boolean));
    sets.set(code, set);
  }
  return set;
}
