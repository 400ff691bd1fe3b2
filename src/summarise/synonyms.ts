import { stemOf } from './stems.ts';

// Words of the news that people put for one another, a group between bars. A word may stand in several groups. Where a
// group has a ">", the word before it is the wider one: who asks with it is answered by those behind it, not the reverse.
const GROUPS: Readonly<Record<string, string>> = {
  en: `boss chief head leader director chairman chairwoman president ceo executive manager lead run|owner own belong proprietor|
  company firm business corporation operator maker manufacturer employer|airline carrier|plane aircraft jet airliner aeroplane|
  ship boat vessel freighter ferry|lorry truck|car vehicle automobile|railway railroad rail train|
  spacecraft spaceship probe satellite craft|shop store|house home dwelling apartment flat|house > building|hall > building|hospital clinic|
  doctor physician medic|drug medicine antibiotic medication remedy|illness disease infection sickness|patient participant|
  trial study test experiment|scientist researcher biologist botanist|expert specialist analyst|
  employee worker staff crew labourer|job post position employment work|pay wage salary earnings|pay earn income|raise rise increase grow|
  strike walkout stoppage|union guild|talks negotiation mediation|mediator mediate arbitrator mediation chair|deal agreement settlement accord pact compromise|
  buy purchase acquire acquisition takeover|offer bid propose proposal|price cost|cost price expense expensive bill charge|worth value insure|money cash fund sum amount|
  damage loss harm destroy wreck|damage compensation|collapse bankruptcy bankrupt insolvent insolvency bust|collapse fall topple crumble|fail failure outage break fault unreachable|
  reason cause why because|cause start begin spark trigger origin blame|begin start open launch|end stop finish halt suspend cease|delay postpone defer|postpone > put|reserve > set put|
  close shut|open reopen|quit resign resignation|leave > quit resign depart left departure|lose lost|fire blaze flame inferno|burn fire|flood flooding inundation|
  earthquake quake tremor shock|storm hurricane gale tempest|dyke dam levee|rescue save|evacuate displace flee leave move|
  hurt injure wound casualty|kill die dead death fatal|arrest detain custody|steal theft robbery rob heist snatch|thief burglar robber crook|
  police officer detective|painting picture portrait artwork|museum gallery|hack hacker breach intruder attack|
  leak breach expose|customer client user consumer|affect hit concern|parcel package delivery|court judge tribunal|rule ruling order decide decision verdict|order demand require must|
  law rule act legislation|parliament deputies lawmakers house|vote ballot poll|election vote|minister secretary|government ministry state|
  regulator watchdog board commissioner authority|authority official council|competition antitrust cartel|investigate inquiry probe examine look review|
  win victory triumph beat defeat|champion winner victor|defeat lose|match game final|trainer coach|
  player footballer athlete|score goal strike|spectator crowd audience attendance stadium|prize award reward|author writer novelist|
  write wrote|book novel|film movie|painter paint artist|girl schoolgirl daughter|boy lad son|child children kid pupil|teacher schoolteacher tutor|
  school primary|student pupil|people resident citizen inhabitant person folk|town city municipality|village hamlet|country nation|
  island isle|sea ocean|beach coast shore|river stream|fisherman fishermen angler|lobster shellfish|animal creature beast|cow cattle|
  sleep slept overnight|find discover found detect uncover spot notice|search hunt look|show display exhibit|see watch view|
  hide conceal|tell inform|ask question|answer reply respond|say call describe|call ring phone telephone rang|speak talk spoke conversation contact|
  meet meeting|promise pledge vow guarantee|warn warning caution alert|deny reject dismiss refuse|accept agree approve|admit acknowledge concede|
  apologise apologize sorry|accuse blame allege|criticise criticize complain condemn|support back backing|oppose against|plan intend mean aim|
  build construct erect|rebuild reconstruct restore|repair fix mend|make produce manufacture|cure heal treat free|
  catch capture|train teach learn taught|count number figure|big large huge great size|small little tiny|high tall height|long length last duration|
  deep depth|strong magnitude strength powerful|fast quick speed|far distance|old age aged|young youngest|new latest|first debut inaugural|
  many much number|estimate reckon put|differ gap contrast|share proportion percentage percent|rise jump climb|fall drop decline slip|cut lower reduce reduction trim|
  raise collect gather|spend spent|fine penalty penalise|owe fee pay|donate give gave donation|lend loan borrow|bank lender|
  receive get obtain|carry transport ship hold|send dispatch|bring fetch|throw tip release|lock close|unite merge merger|
  connect link relation common tie|risk danger threat threaten peril endanger|safe safety secure|stuck strand trap stall halt|release publish issue|
  reopen resume restart return|cancel scrap call|replace successor succeed substitute|wed wedding marriage marry husband wife spouse|
  opera theatre stage|play perform sing|participate enroll enrol join compete run entrant starter|runner athlete|race marathon tour contest|
  holiday vacation tourist|food grocery meal|meal lunch dinner|bread loaf bake baker bakery|fuel oil petrol|
  bomb explosive|explode explosion blast|weapon arm gun|soldier troop army|war conflict fight|peace truce|side effect|mistake error blunder|
  message email mail|computer machine|specimen plant sample|vanish disappear|visitor guest|rent lease|lie stand sit|
  petition signature sign|refuse decline|recount count tally|poll survey|observer monitor|spokesman spokeswoman spokesperson speak|founded co-founded establish|
  editor journalist reporter|remain stay|wait queue|happen occur|hospital patient|aftershock tremor|
  drown sink|crash accident collision|snow ice|sum total|total whole altogether|lean tilt|fungus mushroom|attack assault target|inject vaccine|
  hit affect strike victim|clean sweep clear tidy|identify recognise recognize confirm|want demand seek ask|ransom extort extortion|motive reason grudge revenge|
  grandmother grandma granny gran|grandfather grandpa granddad|mother mum mom|father dad|sibling > brother sister|relative > mother father brother sister uncle aunt cousin|
  profit benefit gain|sue lawsuit suit court|trip journey ride voyage crossing|picture image photo photograph|incident > accident crash fire stop|attendant steward|compare liken|
  die > unhurt unharmed unscathed uninjured safely|hurt > unhurt unharmed unscathed uninjured safely|injure > unhurt unharmed unscathed uninjured safely|kill > unhurt unharmed unscathed uninjured safely|
  survive > unhurt unharmed unscathed uninjured safely|safe > safely unharmed unhurt|
  retire retirement pension|born birth birthplace native|design designer architect|compose composer|direct director|invent inventor invention|discover discovery discoverer|
  sponsor sponsorship|insure insurer insurance|weigh weight heavy|ban forbid prohibit outlaw bar|allow permit let|sentence jail prison imprison|convict conviction guilty|accuse charge|
  murder > kill shoot stab|kill > shoot stab drown murder assassinate slay execute|elect election|appoint appointment name|hire recruit employ|sack dismiss dismissal|protest demonstration demonstrate rally march|
  visit trip tour|travel > fly drive sail|arrive reach land dock|escape flee|vanish missing disappear|relocate move transfer|disaster > flood quake earthquake fire storm crash|
  animal > dog cat cow cattle sheep goat horse bird|vehicle > car lorry truck bus van tram|fee > fine fare toll|launch start introduce|victim > injured wounded dead|measure > centimetre metre kilometre|
  coordinate organise organize run manage head lead|finish complete end|start starter entrant competitor|boat ferry ship|water-main tap|harbour port|sum money|kid child|mum mother|dad father|flat apartment|mend fix|chuck throw|nick steal|moan complain|scribble write wrote|shove push|ring phone call|pick choose select|chop cut|dig build|shut close|return back|home house|manage run operate|operator > company|clinic hospital|teenager > boy girl|spend spent pay|import export trade|vaccine jab|
  flight plane|luggage baggage|passenger traveller rider|driver motorist|pilot captain|sailor crew seaman|shopkeeper grocer|farmer grower|priest vicar|king monarch royal|
  reply answer|invite invitation|celebrate party|weather > rain snow wind storm|heat hot warm|cold frost freeze|empty vacant|full packed crowded|angry anger furious|happy glad delighted pleased|
  afraid fear scared|surprise astonish|strange odd unusual|difficult hard|easy simple|cheap > free|poor poverty|rich wealthy|famous known best-loved celebrated|dangerous > deadly|secret hidden|
  job > pharmacist nurse teacher farmer baker engineer|duration > hour minute day week month|certain sure proof prove|near close by|reach agree|stay remain|smell odour scent|noise sound|
  limit cap|licence license permit|budget fund|debt owe loan|tax levy duty|subsidy grant aid|shortage lack|surplus extra|wage hourly|lift elevator|pavement sidewalk|autumn fall|
  double twice|mediate mediator arbitrator|shake tremor quake|destroy wreck raze|damage destroy|rubble debris|shelter hall|aid relief|blackout outage|power electricity|
  password code key|stolen steal|lock key|phone call|voter elector|lead front|campaign > election|coalition alliance|opposition rival|rival competitor|partner ally|
  treaty pact|border frontier|refugee evacuee|hostage captive|veto block|block stop prevent|vote poll|majority most|debate argue argument|speech address|resolve settle`,
  de: `chef chefin leiter leiterin vorsitzender vorsitzende direktor direktorin|firma unternehmen betrieb konzern hersteller|auto wagen fahrzeug|
  zug bahn|verspätung spät verspätet|kosten kostet preis teuer gekostet|geld summe|bezahlen zahlen finanzieren finanziert|lehren beibringen beigebracht lernen|
  sterben tot tod gestorben|verletzt verletzte verwundet|feuer brand|hochwasser flut überschwemmung|deich damm|erdbeben beben|
  haus wohnung gebäude|schule grundschule|arzt mediziner ärztin|medikament mittel arznei antibiotikum|krank krankheit|kind kinder|
  gewinnen gewonnen sieg siegerin sieger besiegen|verlieren verloren niederlage|spiel partie|bauen gebaut errichten|kaufen gekauft erwerben|
  verlangen fordern|anbieten bieten angebot|stehlen gestohlen diebstahl|finden gefunden entdeckt|kuh rind|studie untersuchung versuch|
  schlaf schlafen schlaflos|grund ursache|schließen geschlossen|öffnen eröffnen|beginnen anfangen starten|ende enden|rücktritt zurücktreten|
  kunde kundin verbraucher|urlauber tourist reisende|minister ministerin|bürgermeister bürgermeisterin|wahl abstimmung|stimme stimmzettel|
  gutachten bericht akte|warnung warnen|brauchen benötigen|menschen leute bewohner personen|stadt ort|wasser fluss|großvater opa|mutter mama|
  herkommen stammen kommt|füllen füllten gefüllt|dauern dauert dauer|heißen nennen name|stehen stand steht gestanden|geben gaben gab gegeben|
  retten gerettet rettung|helfen geholfen hilfe|leute menschen|einsturz einstürzen eingestürzt|absagen abgesagt absage|verhaften verhaftet festgenommen festnahme|
  töten getötet erschossen|dieb diebe täter|gehören gehört eigentümer besitzer|erfinden erfunden erfinder|entwerfen entworfen architekt|verdienen verdient lohn gehalt|
  verkaufen verkauft verkauf|eröffnung eröffnet|sperren gesperrt sperrung|streik streiken ausstand|gericht urteil richter|strafe bußgeld|lösegeld fordern|fahrt reise|bild gemälde foto|
  heilen behandeln|unfall unglück|schiff boot|flugzeug maschine|hafen kai|regen niederschlag|gemeinde stadt|schüler kinder|lehrer lehrerin`,
  es: `jefe jefa director directora presidente presidenta consejero|empresa compañía firma naviera|barco buque carguero nave|coche vehículo|
  costar coste precio costado cuesta|dinero suma|morir muerto fallecer matar|herido lesionado|incendio fuego|inundación riada|terremoto seísmo sismo|
  casa vivienda hogar|edificio torre|escuela colegio instituto|médico doctor|perro perra|niño niña|ganar victoria vencer|perder derrota|construir edificar|
  comprar adquirir|encontrar hallar descubrir hallazgo encuentra|robar robo|causa motivo razón|cerrar cierre|abrir apertura|empezar comenzar|
  dimitir dimisión renunciar|llevar transportar cargar|distancia lejos|medir mide longitud|evacuar desalojar|pescador marisquero|
  alcalde alcaldesa|ministro ministra|elección votación|voto papeleta|recuento escrutinio|vecino habitante persona|pueblo ciudad|playa costa|sonda nave|caer derribar derrumbar desplomar desplomó|
  limpiar limpieza recoger|voluntario voluntaria|ganar gana cobrar sueldo salario|despedir despido|detener detenido arrestar|huelga paro|rescatar rescate salvar|hundir hundido|
  vender venta|pagar pago|multa sanción|juez tribunal|dueño propietario|inventar inventor|diseñar arquitecto|nacer nacido|falla grieta|viaje trayecto|foto imagen cuadro|enfermo enfermedad|
  cortar cortada corte|causar provocar|decir dijo|pedir exigir reclamar|subir subida aumento|bajar bajada reducir|lluvia temporal|bola bolita granza`,
  fr: `chef directeur directrice président présidente patron patronne|entreprise société|voiture automobile véhicule|coûter coût prix coûte|
  argent somme|mourir mort décéder tuer|blessé blesser|incendie feu|inondation crue|maison logement|école lycée|médecin docteur|enfant gamin|
  gagner remporter victoire|perdre défaite|construire bâtir|acheter acquérir|trouver découvrir|voler vol|cause raison motif dû|fermer fermé fermeture|
  ouvrir ouverture|commencer début|démissionner démission|fabriquer produire|durer durée|livre lecteur|maire mairesse|ministre|élection vote|pont passerelle|consacrer dépenser coûter|
  vendre vente|payer paiement|amende sanction|arrêter arrestation|grève arrêt|sauver sauvetage|propriétaire posséder|inventer inventeur|naître né naissance|dessiner architecte|
  gagner salaire|licencier licenciement|juge tribunal|fissure fissuré|voyage trajet|photo image|malade maladie|demander exiger|augmenter hausse|baisser baisse|pluie tempête|acquérir achat|
  répondre réponse|détour déviation|fabricant fabriquer produire|habitant riverain`,
};

type Thesaurus = ReadonlyMap<string, ReadonlySet<string>>;

const NONE: ReadonlySet<string> = new Set();
const known = new Map<string, Thesaurus>();

/** The stems, in their regular form, of words that people put for the word of this stem; its own not among them. */
export function synonymsOf(stem: string, language: string | null): ReadonlySet<string> {
  const code = (language ?? 'en').slice(0, 2).toLowerCase();
  let thesaurus = known.get(code);
  if (!thesaurus) {
    thesaurus = readGroups(GROUPS[code] ?? '', code);
    known.set(code, thesaurus);
  }
  return thesaurus.get(stem) ?? NONE;
}

function readGroups(groups: string, language: string): Thesaurus {
  const thesaurus = new Map<string, Set<string>>();
  for (const group of groups.split('|')) {
    const words = group.trim().split(/\s+/).filter(Boolean);
    const isOneWay = words[1] === '>';
    const stems = words.filter((w) => w !== '>').map((word) => stemOf(word, language));
    for (const one of isOneWay ? stems.slice(0, 1) : stems) {
      const others = thesaurus.get(one) ?? new Set();
      for (const other of stems) if (other !== one) others.add(other);
      thesaurus.set(one, others);
    }
  }
  return thesaurus;
}
