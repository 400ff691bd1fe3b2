/** Words of five languages for one thing, folded as `foldWord` does. */
export type Concept = {
  /** Whoever is told of it wrongly is wronged: it must stand in the source, and may not get lost in a translation. */
  readonly grave?: true;
  /** A translation may not lose it either. */
  readonly kept?: true;
  /** What asks readers for money, secrets or obedience: also a quote may not gain it. */
  readonly words: Readonly<Record<string, string>>;
};

/**
 * What may not change its meaning between a text and its translation, or stand in a digest without a source that says
 * it. Behind the first bar: what tells as much; behind the second, what only another language may tell it for.
 */
export const CONCEPTS: Readonly<Record<string, Concept>> = {
  death: {
    grave: true,
    words: {
      en: 'die dies died dying dead death* deadly kill* fatal* deceased perish* slain drown* lethal | toll lives murder* assassinat* homicide* body bodies suicide* funeral* execut* | life victim* mortal* casualt* claimed',
      de: 'starb* sterb* stirbt gestorben* verstorben* verstarb* tod tode todes* tot tote toten toter totes getotet* totet* todlich* umgekommen* ums_leben ertrunken* ertrank* | opfer* leben* ermord* mord* leiche* beerdig* hingericht*',
      es: 'muere* mueren murio murieron morir* muert* muriendo fallec* mato mataron matar* matado* matan mortal* perecier* perecio ahogad* | vida* asesin* homicid* victima* cadaver*',
      fr: 'mort morts morte mortes mourir* meurt meurent mourut moururent deces decede* tue tues tuee tuees tuer* tuent tuant mortel* peri noye* | vie* victime* assassin* meurtr* cadavre*',
      it: 'morto morti morta morte muore muoiono mori morirono morire ucci* decedut* annegat* mortal* | vita vite vittim* assassin* omicid*',
    },
  },
  murder: {
    grave: true,
    words: {
      en: 'murder* assassinat* homicid* manslaughter slay* slain',
      de: 'mord morde* mordes morder* ermord* mordanschl* totschlag*',
      es: 'asesin* homicid*',
      fr: 'meurtr* assassin* homicid*',
      it: 'assassin* omicid*',
    },
  },
  hurt: {
    grave: true,
    words: {
      en: 'hurt hurts hurting injur* wound* maim* | harm* casualt* bruis* | violat* breach* burn* damag*',
      de: 'verletz* verwund* | schad* geschadigt* verstoss* weh leid*',
      es: 'herid* lesion* hirio hirieron | dano* danad* perjud*',
      fr: 'bless* | dommage* atteint* souffr*',
      it: 'ferit* ferirono lesion* | dann*',
    },
  },
  unhurt: {
    grave: true,
    words: {
      en: 'unhurt uninjured unharmed unscathed | safe* well alive escap* sound intact undamaged',
      de: 'unverletzt* unversehrt* unbeschadet* | sicher* wohlbehalten* wohlauf heil intakt*',
      es: 'iles* indemne* | salv* sano* sana* intact* seguro*',
      fr: 'indemne* | sain* sauf* sauve* securite intact*',
      it: 'illes* incolum* | salv* sano* intatt*',
    },
  },
  arrest: {
    grave: true,
    words: {
      en: 'arrest* detain* detention* custody | captur* seiz* held caught jail* imprison* | stop* halt* ceas* pause*',
      de: 'verhaft* festnahm* festgenommen* festzunehmen nahm~fest nahmen~fest nimmt~fest inhaft* gewahrsam* | gefangen* haft*',
      es: 'arrest* deten* detuv* detien* apres* | parar* paro paraliz*',
      fr: 'arret* interpell* ecrou* | garde_a_vue',
      it: 'arrest* fermat*',
    },
  },
  accusation: {
    grave: true,
    words: {
      en: 'accus* charg* indict* prosecut* | blam* alleg* suspect* sue sued suing lawsuit* complain* criticis* criticiz* | claim* said fault* price* fee* cost* load* pay*',
      de: 'angeklagt* anklag* beschuldig* bezichtig* | klag* verklagt* vorw* warf* wirft* beschwer* soll sollen verdacht* kost* verlang* gebuhr*',
      es: 'acus* imput* proces* inculp* | denunci* demand* culp* critic* cobr* carg*',
      fr: 'accus* inculp* | reproch* denonc* plainte* poursui* charg* mis_en_examen mise_en_examen critiq*',
      it: 'accus* incrimin* imputat* | denunc* critic* processo',
    },
  },
  conviction: {
    grave: true,
    words: {
      en: 'convict* guilty sentenced condemn* | jail* sentence* found | prison* blam* fault*',
      de: 'verurteil* schuldig* | schuld* strafe* haftstrafe*',
      es: 'conden* culpable* | sentenci* culp*',
      fr: 'condamn* coupable* | peine*',
      it: 'condann* colpevol* | pena',
    },
  },
  jail: {
    grave: true,
    words: {
      en: 'jail* imprison* prison* | bars custody detain* detention* sentenc* cell*',
      de: 'gefangnis* inhaft* haftstraf* freiheitsstraf* eingesperrt* | haft*',
      es: 'carcel* prision* encarcel* preso*',
      fr: 'prison* emprison* incarcer*',
      it: 'carcer* prigion* incarcer*',
    },
  },
  resignation: {
    grave: true,
    words: {
      en: 'resign* step_down steps_down stepped_down stepping_down quit quits quitting | leav* left retir* depart* aside',
      de: 'rucktritt* zuruckgetreten* zuruckzutreten zurucktr* trat~zuruck traten~zuruck tritt~zuruck treten~zuruck | kundig* verlass* verliess* abgang',
      es: 'dimit* dimisi* renunci* | deja* dejo',
      fr: 'demission* | quitt* depart*',
      it: 'dimett* dimission* dimess* | lasci*',
    },
  },
  dismissal: {
    grave: true,
    words: {
      en: 'sack sacked sacks sacking fired dismiss* oust* layoff* laid_off lays_off lay_off redundan* | remov* depos* | cut cuts reject* fire',
      de: 'entlass* entliess* gefeuert* abgesetzt* rausgeworfen* | abgewies* wies* absetz* entfern*',
      es: 'desped* despid* destitu* cesado cesada | ceso desestim* rechaz*',
      fr: 'licenci* limog* destitu* vire viree vires | renvoy* rejet* revoqu*',
      it: 'licenzi* destitu* rimoss* | respin*',
    },
  },
  bomb: {
    grave: true,
    words: {
      en: 'bomb* | shell* missile* grenade* | explos* explod* blast*',
      de: 'bombe* bombard* bombenan* gebombt* | explos* explod* spreng* beschoss* beschuss*',
      es: 'bomba bombas bombard* | explos* explot*',
      fr: 'bombe bombes bombard* | explos*',
      it: 'bomba bombe bombard* | esplos* esplod*',
    },
  },
  terror: {
    grave: true,
    words: {
      en: 'terror* | | fear* attack* horr*',
      de: 'terror*',
      es: 'terror* | miedo*',
      fr: 'terror* | terreur* peur*',
      it: 'terror*',
    },
  },
  shooting: {
    grave: true,
    words: {
      en: 'shoot* shot* gun guns gunm* gunfire firearm* opened_fire | fired weapon* | soar* surg* shell* rocket* film* photograph* pull* drawn goal* kick*',
      de: 'schuss schusse schussen schoss schossen schiess* erschoss* erschiess* geschossen* angeschossen* beschoss* | waffe* gewehr*',
      es: 'disparo disparos disparan dispararon disparar disparado disparada tirote* balea* | arma* tiro* fusil*',
      fr: 'tir tirs tireur* fusill* coup_de_feu coups_de_feu abattu* | arme* tire*',
      it: 'sparo spari sparat* sparare spararono | arma armi tiro tiri',
    },
  },
  attack: {
    grave: true,
    words: {
      en: 'attack* assault* ambush* raid* invad* invasion* | storm* assail* offensive* terror* target* intrusion* intrud* bomb* hack* rob* shot struck | strike* hit hits critici*',
      de: 'angriff* angegriffen* angreif* griff~an griffen~an greift~an greifen~an attack* attentat* anschlag* uberfall* uberfiel* invasion* | hinterhalt* razzia* stiess* kritisier*',
      es: 'ataque* atac* atentado* asalt* agredi* agresi* invad* invasi* emboscad* | redada* critic*',
      fr: 'attaq* attentat* agress* assaut* envah* invasion* embuscade* | raid* critiq*',
      it: 'attacc* attentat* aggress* aggred* assalt* invad* invasion* agguat* | critic* raid*',
    },
  },
  corruption: {
    grave: true,
    words: {
      en: 'corrupt* brib* | graft embezzl*',
      de: 'korrupt* bestech* bestochen* schmiergeld*',
      es: 'corrup* corromp* soborn*',
      fr: 'corrup* corromp* pot_de_vin pots_de_vin',
      it: 'corrott* corruz* tangent*',
    },
  },
  fraud: {
    grave: true,
    words: {
      en: 'fraud* swindl* scam* | embezzl* decei* decept* rigg* cheat* | manipul* amount* came was were',
      de: 'betruger* betrugs* betrogen* betrugerisch* | betrug* untreu* falsch* manipul*',
      es: 'fraud* estaf* | engan* manipul*',
      fr: 'fraud* escroq* | tromp* triche* manipul*',
      it: 'frod* truff* | ingann* manipol*',
    },
  },
  rape: {
    grave: true,
    words: {
      en: 'rape raped rapes rapist* raping | | sexual* violat* breach* broke',
      de: 'vergewaltig* | sexuell*',
      es: 'violo violada violadas violador* violacion* | sexual*',
      fr: 'viol viols viole violee violees violer violeur* | sexuel*',
      it: 'stupr* | sessual*',
    },
  },
  abuse: {
    grave: true,
    words: {
      en: 'abus* molest* | mistreat* misus* | insult* ill',
      de: 'missbrauch* misshand* | beschimpf*',
      es: 'abus* maltrat* | insult*',
      fr: 'abus abuse abusee* abuser* abusi* maltrait* | insult*',
      it: 'abus* maltratt* | insult*',
    },
  },
  bankruptcy: {
    grave: true,
    words: {
      en: 'bankrupt* insolven* | collaps* administration* administrator* liquidat* receiver* creditor* | broke fail* fold*',
      de: 'bankrott* insolven* pleite* konkurs*',
      es: 'bancarrota* quiebra* quebro insolven* | concurso fracas*',
      fr: 'faillite* insolvab* banqueroute* | liquidation* redressement',
      it: 'falliment* bancarotta insolven* | fallit*',
    },
  },
  war: {
    grave: true,
    words: {
      en: 'war wars warfare wartime',
      de: 'krieg*',
      es: 'guerra*',
      fr: 'guerre*',
      it: 'guerra guerre',
    },
  },
  peace: {
    kept: true,
    words: {
      en: 'peace* ceasefire* truce* | pacific cease quiet* calm*',
      de: 'frieden* friedlich* waffenstillstand* waffenruhe* | ruhig*',
      es: 'paz pacific* tregua* alto_el_fuego',
      fr: 'paix pacif* treve* cessez | calme*',
      it: 'pace pacif* tregua* | cessate',
    },
  },
  kidnapping: {
    grave: true,
    words: {
      en: 'kidnap* abduct* hostage* | hijack* | remov* lift* seiz*',
      de: 'entfuhr* geisel*',
      es: 'secuestr* rehen* | incaut*',
      fr: 'kidnapp* otage* | enlev*',
      it: 'rapit* rapiment* ostagg* | sequestr*',
    },
  },
  theft: {
    grave: true,
    words: {
      en: 'steal* stole stolen theft* thief thieves rob robbed robber* robbing loot* burgl* plunder* | taken took copied | flight* fly flies flew flown sack*',
      de: 'gestohlen* stahlen stehl* stiehlt dieb* raub* geraubt* beraub* geplundert* plunder* einbrecher* | einbruch* stahl entwend*',
      es: 'robo robos roban robar* robad* robaron hurto* ladron* saque* | sustra*',
      fr: 'vol vole volee* voles voler voleur* derob* pill* | larcin*',
      it: 'rubat* rubare rubo furt* ladr* rapin* saccheg*',
    },
  },
  explosion: {
    grave: true,
    words: {
      en: 'explod* explos* blast* detonat* blew_up blown_up | bomb* erupt* burst* | operat* exploit* run*',
      de: 'explod* explos* detonat* detonier* gesprengt* sprengt*',
      es: 'explot* explos* estall* deton*',
      fr: 'explos* deton* | eclat*',
      it: 'esplos* esplod* | scoppi*',
    },
  },
  poison: {
    grave: true,
    words: {
      en: 'poison* toxic* | venom*',
      de: 'gift* vergift*',
      es: 'venen* enven* | toxic* intoxic*',
      fr: 'poison* empoison* | toxi* intox*',
      it: 'velen* avvelen* | tossi* intossi*',
    },
  },
  torture: {
    grave: true,
    words: { en: 'tortur*', de: 'folter* gefoltert*', es: 'tortur*', fr: 'tortur*', it: 'tortur*' },
  },
  suicide: {
    grave: true,
    words: {
      en: 'suicid* | | himself herself',
      de: 'suizid* selbstmord* selbsttot* | sich',
      es: 'suicid*',
      fr: 'suicid*',
      it: 'suicid*',
    },
  },
  racism: {
    grave: true,
    words: {
      en: 'racis* nazi* fascis* antisemit*',
      de: 'rassis* nazi* faschis* antisemit*',
      es: 'racis* nazi* fascis* antisemit*',
      fr: 'racis* nazi* fascis* antisemit*',
      it: 'razzis* nazi nazis* fascis* antisemit*',
    },
  },
  lie: {
    grave: true,
    words: {
      en: 'lied liar* | lying false untrue mislead* misled | lie lies cheat* fals*',
      de: 'gelogen* luge lugen lugt lugner* | log falsch* unwahr*',
      es: 'mintio mintieron mentir* mient* | fals*',
      fr: 'mentir menti mentait menteur* mensong* | faux fauss*',
      it: 'mentito mentire mentiva bugia bugie bugiard* | fals*',
    },
  },
  hundreds: {
    kept: true,
    words: {
      en: 'hundreds',
      de: 'hunderte hunderten hunderter',
      es: 'cientos cientas centenar*',
      fr: 'centaine*',
      it: 'centinai*',
    },
  },
  thousands: {
    kept: true,
    words: {
      en: 'thousands',
      de: 'tausende tausenden tausender zehntausend* hunderttausend*',
      es: 'miles millares',
      fr: 'millier*',
      it: 'migliai*',
    },
  },
  dozens: {
    kept: true,
    words: {
      en: 'dozens scores | dozen 10 12 20 30 40 ten twenty about',
      de: 'dutzende dutzenden | dutzend',
      es: 'docenas decenas | decena docena puntua*',
      fr: 'dizaines douzaines vingtaine* trentaine* quarantaine* | dizaine douzaine score*',
      it: 'decine dozzine | decina dozzina',
    },
  },
  many: {
    words: {
      en: 'many numerous lots plenty | several much most multiple various more crowd* large number* widespread thousands hundreds dozens far',
      de: 'viele vielen vieler zahlreiche* | mehrere* meiste* viel zu',
      es: 'muchos muchas numeros* | varios varias demasiad* multitud mayoria gran',
      fr: 'nombreu* beaucoup | plusieurs trop nombre plupart',
      it: 'molti molte numeros* | diversi diverse gran',
    },
  },
  two: {
    kept: true,
    words: {
      en: 'two both second seconds twice 2 double* doubling pair couple twin*',
      de: 'zwei beide* zweite* zweimal zweiter 2 doppel* doppelt* verdoppel* paar zu_zweit sekunde* zwilling* zweier*',
      es: 'dos ambos ambas segund* 2 dobl* duplic* par pareja gemel*',
      fr: 'deux second* deuxieme* 2 doubl* couple paire jumeau* jumel*',
      it: 'due entramb* second* 2 doppi* raddoppi* coppia paio gemell*',
    },
  },
  half: {
    kept: true,
    words: {
      en: 'half halve* halving | 50 mid* semi* media average* mean* environment* medium 5',
      de: 'halfte halb halbe* halbier* halber | 50 anderthalb* eineinhalb* 5',
      es: 'mitad medio media medias | 50 5',
      fr: 'moitie demi demie demis | 50 5',
      it: 'meta mezzo mezza | 50 5',
    },
  },
  week: {
    words: {
      en: 'week* | fortnight*',
      de: 'woche* wochen*',
      es: 'semana*',
      fr: 'semaine* hebdo*',
      it: 'settiman*',
    },
  },
  month: {
    words: {
      en: 'month*',
      de: 'monat*',
      es: 'mes meses mensual*',
      fr: 'mois mensuel*',
      it: 'mese mesi mensil*',
    },
  },
  up: {
    words: {
      en: 'rais* rise* rising rose increas* grow* grew lift* climb* hik* jump* soar* surg* higher gain* | up more add* boost* build* tak* mov* better high advanc* collect* abroad',
      de: 'erhoh* steig* stieg* gestieg* angestieg* anstieg* anheb* angehob* hob~an heraufg* wachs* wuchs* gewachsen* zunahm* zugenommen* zugelegt* | hoch hoher* mehr bestieg*',
      es: 'sube suben subio subieron subir* subid* aument* increment* elev* crec* alza* | mas mayor* alt*',
      fr: 'augment* hauss* relev* accroi* accru* croiss* grimp* | plus monte* eleve* haut*',
      it: 'aument* rialz* alzat* alza cresc* cresciut* | sale salit* piu alt*',
    },
  },
  down: {
    words: {
      en: 'lower* cut cuts cutting reduc* fell fall falls falling fallen drop* declin* decreas* slash* shrink* shrank shrunk sank sink* sunk plung* slump* lost | down less below low crash* cheap* cas* case* please*',
      de: 'senk* gesenkt* sank sanken sinkt sinken gesunken* verringer* reduzier* gekurzt* kurzung* kurzt* herabg* ruckgang* | fiel* fallen gefallen fallt weniger niedriger* tief* gering*',
      es: 'baja bajan bajo bajaron bajar* bajad* redujo redujeron reduc* reduz* recort* disminu* descen* descien* cayo cayeron caida* caen cae | menos menor*',
      fr: 'baiss* reduit* reduct* reduir* diminu* abaiss* chut* recul* | moins bas basse coupe*',
      it: 'abbass* ridu* ridott* ridus* calo calat* calano diminu* scend* sces* tagli* | meno bass*',
    },
  },
  buying: {
    words: {
      en: 'buy* bought purchas* acquir* acquisition* | takeover* take* took',
      de: 'kauf* gekauft* ankauf* erwarb* erwirb* erwerb* erworb* ubernahm* ubernehm* ubernommen* | zukauf*',
      es: 'compr* adquir* adquier* adquisi*',
      fr: 'achet* achat* rachet* rachat* acqu* | repris* repren*',
      it: 'compr* acquist* acquis*',
    },
  },
  selling: {
    words: {
      en: 'sell* sold sale sales | dispos* divest*',
      de: 'verkauf* verausser* | ausverkauf* absatz* umsatz*',
      es: 'vend* venta* | rebaja*',
      fr: 'vend* vente* | cede* cession* solde*',
      it: 'vend* cession* | ced*',
    },
  },
  winning: {
    words: {
      en: 'win wins won winning winner* victor* beat* defeat* triumph* | gain* earn* took take* success* champion* award* ahead top* struck strik* hit propos* profit* defeated',
      de: 'gewann* gewinn* gewonnen* sieg* besieg* schlug schlugen geschlagen* schlagt triumph* | vorschl* schlag* erfolg* durchsetz*',
      es: 'gana gano ganan ganaron ganar* ganad* ganando venc* victori* triunf* derrot* | exito*',
      fr: 'gagn* vainc* vainqu* victoire* remport* battu* bat battent triomph* | succes',
      it: 'vinc* vinse* vinto vinti vinta vitto* sconfi* battut* batte trionf* | successo',
    },
  },
  losing: {
    words: {
      en: 'lose loses lost losing loser* loss* defeat* beaten beat* | miss* waste* forfeit* won win* fell fall* waning drop*',
      de: 'verlor* verlier* verlust* niederlage* unterlag* unterleg* geschlagen* schlug schlugen besieg*',
      es: 'perd* pierd* derrot* venc* | perder',
      fr: 'perd* perte* defait* battu* bat',
      it: 'perde* perdi* perso persi persa sconfi* battut*',
    },
  },
  opening: {
    words: {
      en: 'open* reopen* | inaugurat* start* launch* public* began begin* unlock* raised',
      de: 'offnet* offnen* eroffn* geoffnet* wiedereroffn* | offen* beginn* begann aufmach*',
      es: 'abre* abrir* abrio abrieron abiert* reabr* apertura* reapertura* | inaugur* inici*',
      fr: 'ouvre ouvrent ouvrir* ouvrira* ouvert* rouvr* reouv* | inaugur*',
      it: 'apre aprono aprire* apri apert* riapr* riapert* | inaugur*',
    },
  },
  closing: {
    words: {
      en: 'clos* shut* | block* seal* near* conclu* finish* end* lock* narrow* tight*',
      de: 'schliess* schloss* geschlossen* sperr* gesperrt* | nah* beschl* ausschl* abgeschl*',
      es: 'cierr* cerr* clausur* | cerca* cercan*',
      fr: 'ferm* fermet* | clo* proche* pres',
      it: 'chiu* chius* | vicin*',
    },
  },
  freeing: {
    words: {
      en: 'freed frees releas* liberat* acquit* | free* publish* issu* clear* let go',
      de: 'freigelassen* freilass* freikam* liess~frei liessen~frei befrei* freigesproch* freispruch* | frei*',
      es: 'libera* liberad* absuel* absolv* excarcel* | libre*',
      fr: 'liber* relach* acquitt* | libre*',
      it: 'libera* rilasc* assol* scarcer* | liber*',
    },
  },
  accepting: {
    words: {
      en: 'accept* approv* agree* endors* back backs backed backing support* welcom* confirm* adopt* | pass* ratif* deal* accord* settle* vote* admit* recogni* consent* yes allow* grant* assum* took take*',
      de: 'angenommen* annehm* nahm~an nahmen~an akzept* zustimm* stimmt~zu stimmte~zu stimmten~zu zugestimmt* gebillig* billigen billigte* genehmig* begruss* unterstutz* bestatig* | einig* verabschied* annahm*',
      es: 'acept* aprob* aprueb* apoy* respald* confirm* | acord* acuerd* admit* asum*',
      fr: 'accept* approuv* approb* soutien* soutenu* confirm* adopt* | accord* appui*',
      it: 'accett* approv* sosten* sostegn* conferm* appogg* | accord*',
    },
  },
  rejecting: {
    words: {
      en: 'reject* refus* oppos* den* declin* condemn* critici* turn_down turned_down | dismiss* dispute* disput* against not no veto* object* protest* without resist* never',
      de: 'abgelehnt* ablehn* lehnt~ab lehnte~ab lehnten~ab zuruckgewies* zuruckweis* wies~zuruck wiesen~zuruck verweiger* weiger* bestreit* bestr* dementier* | nicht kein* gegen*',
      es: 'rechaz* niega* nego negar* negaron desmient* desminti* opone* opuso opus* | no contra',
      fr: 'rejet* refus* nie nient nier dement* oppos* | ne pas contre contest*',
      it: 'respin* rifiut* neg* smenti* oppo* | non contro contest*',
    },
  },
  starting: {
    words: {
      en: 'start* begin* began begun launch* resum* | open* set kick* first initiat* go went run* since early new restart* introduc* enter* from took take* commenc* fire* principle',
      de: 'begann* beginn* begonnen* startet* starten* gestartet* wiederaufg* | eroffn* anfang* seit',
      es: 'comenz* comienz* empez* empiez* inici* reanud* arranc* | lanz* princip*',
      fr: 'commenc* debut* demarr* lanc* repren* reprendr* | repris* depuis',
      it: 'cominci* inizi* avvi* | lanci* ripre* riprend*',
    },
  },
  ending: {
    words: {
      en: 'stop* end ends ended ending halt* suspend* cancel* ceas* | finish* clos* final* last* shut* complet* conclu* over until rest* interrupt* paus* arrest* strike* walk* off call* final* abandon* block* detain* prevent* elimin* finally eventually delet* remov* bring* settle* held prohibit* disrupt* curb* curtail* scrap* axe* pull* withdr* annul* revok* expir* paralys*',
      de: 'stoppt* gestoppt* beend* endet* ausgesetzt* aussetz* abgesagt* gestrichen* eingestellt* einstell* storniert* | ende* halt* anhalt* schluss* bis letzt* niederleg* niedergelegt* streich* abgebrochen*',
      es: 'cancel* suspend* suspens* detuv* termin* finaliz* acab* ceso cesar* cesan | fin final* par* interrump* ultim*',
      fr: 'annul* suspend* suspens* cess* interromp* arret* termin* | fin* dernier*',
      it: 'cancell* annull* sospe* interrott* interromp* cess* termin* | fine* fermat* ultim*',
    },
  },
  allowing: {
    words: {
      en: 'allow* permit* authoris* authoriz* legal* legaliz* | let lets approv* licen* enabl* may can could consent* leave grant* clear* able lawful* right* pass* go',
      de: 'erlaub* genehmig* zugelassen* zulass* legalisier* | darf durf* konn* lass* liess* recht*',
      es: 'permit* permis* autoriz* legaliz* | pued* pod* dej*',
      fr: 'permet* permis* autoris* legalis* | peu* pourr* laiss*',
      it: 'permett* permess* autorizz* consent* legalizz* | puo pot* lasci*',
    },
  },
  banning: {
    words: {
      en: 'ban bans banned banning bar bars barred forbid* forbad* prohibit* outlaw* | block* not no illegal* stop* restrict* exclud* prevent* rul* disallow* refus*',
      de: 'verbiet* verbot* untersag* | nicht kein* sperr* gesperrt* darf durf*',
      es: 'prohib* veda* vetad* | no impid*',
      fr: 'interdi* prohib* bann* | ne pas',
      it: 'vieta* viet* proib* bandi* | non',
    },
  },
  password: {
    words: {
      en: 'password* passcode* pin | credential* login*',
      de: 'passwort* kennwort* geheimzahl* pin passcode*',
      es: 'contrasena* pin | clave*',
      fr: 'mot_de_passe mots_de_passe | code*',
      it: 'password* pin',
    },
  },
  clicking: {
    words: {
      en: 'click*',
      de: 'klick* geklickt* angeklickt*',
      es: 'clic clics clique* pinch* | pulsa*',
      fr: 'cliqu* clic clics',
      it: 'clicc* clic',
    },
  },
  linking: {
    words: {
      en: 'link links | linked linking connect* tie ties tied bond* relation* left joins joined',
      de: 'link links verlinkt*',
      es: 'enlace*',
      fr: 'lien liens',
      it: 'link | legam*',
    },
  },
  transfer: {
    words: {
      en: 'transfer* wire wired remit* | mov* send* sent pass* hand* switch* pay* paid bank* pull* turn* shift* convey*',
      de: 'uberweis* uberwies* transfer*',
      es: 'transfier* transfer* transfir*',
      fr: 'virement* virez transfer* | vire',
      it: 'bonific* trasfer*',
    },
  },
  download: {
    words: {
      en: 'download* install* | unload* discharg* dump* put fit* set',
      de: 'herunterlad* heruntergeladen* download* installier* lade~herunter laden~herunter',
      es: 'descarg* instal*',
      fr: 'telecharg* install*',
      it: 'scaric* instal*',
    },
  },
  ignoring: {
    words: {
      en: 'ignor* disregard* forget* forgot* | neglect* overlook* heed* unknown know* miss* dismiss* unaware memor* remember*',
      de: 'ignor* vergiss* vergess* vergass* missacht*',
      es: 'ignor* olvid*',
      fr: 'ignor* oubli*',
      it: 'ignor* dimentic*',
    },
  },
  payment: {
    words: {
      en: 'pay* paid | fee* cost* price* spend* spent fine* fined charg* wage* salar* reward* money settl* compensat* number* count* figure* toll cash refund* total* fund* earn* rate*',
      de: 'zahl zahle zahlen zahlt zahlte* gezahlt* bezahl* auszahl* zahlung*',
      es: 'paga pagan pagar* pago pagos pague* pagaron pagad*',
      fr: 'paye payer* payent payez paie paient paiera paiement* paya*',
      it: 'paga pagano pagare pagher* pagat* pagament*',
    },
  },
  account: {
    words: {
      en: 'account accounts | bank*',
      de: 'konto konten kontos bankkonto*',
      es: 'cuenta_bancaria cuenta_corriente su_cuenta la_cuenta_del_banco',
      fr: 'compte_bancaire le_compte',
      it: 'conto_corrente conto_bancario',
    },
  },
  voting: {
    words: {
      en: 'vot* elect* ballot* poll* | referend* choos* chose choice voice* option* agree* mood tune* right consent* approv* true correct match*',
      de: 'stimm* wahl wahlen wahlt wahlte* gewahlt* wahler* abstimm*',
      es: 'vote voten voto votos votar* votan votaron votacion* votante*',
      fr: 'vote votes voter votent votee votant* scrutin* | voix',
      it: 'vota votano voti voto votare votaron* votazion*',
    },
  },
  reader: {
    words: {
      en: 'reader* | user* viewer*',
      de: 'leser leserin* lesern leserschaft',
      es: 'lector lectores lectora*',
      fr: 'lecteur* lectrice*',
      it: 'lettore lettori lettric*',
    },
  },
  instructions: {
    words: {
      en: 'instruct* prompt* | rule* guid* order* direct* educat* teach* taught lesson* train* magistrat* judg* investigat* court*',
      de: 'anweisung* instruktion* prompt*',
      es: 'instrucc* | regl* indicac*',
      fr: 'instruct* consigne* | regle*',
      it: 'istruzion* | regol*',
    },
  },
  bargain: {
    words: {
      en: 'discount* bargain* cheap* sale sales gratis bitcoin* crypto* subscri* | free* offer* deal* bid* favo* low* fewer charge* price* voucher* propos* suppl* cost* reduc* affordab*',
      de: 'rabatt* gunstig* gratis kostenlos* schnappchen* bitcoin* krypto* abonn*',
      es: 'descuento* gratis gratuit* ganga* bitcoin* cripto* suscri* | ofert* barat*',
      fr: 'rabais gratuit* soldes promo promotion* bitcoin* crypto* abonn* | bon_marche',
      it: 'sconto sconti gratis gratuit* bitcoin* cripto* abbon* | offert*',
    },
  },
};

/** What stands against what: where a text tells one side of it, its original may not tell only the other. */
export const POLES: readonly (readonly [string, string])[] = [
  ['up', 'down'],
  ['buying', 'selling'],
  ['winning', 'losing'],
  ['opening', 'closing'],
  ['arrest', 'freeing'],
  ['accepting', 'rejecting'],
  ['starting', 'ending'],
  ['allowing', 'banning'],
  ['hurt', 'unhurt'],
  ['death', 'unhurt'],
  ['war', 'peace'],
];
