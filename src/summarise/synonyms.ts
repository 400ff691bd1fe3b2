import { stemmerFor } from '../text/words.ts';
import { regular } from './irregular.ts';

// Words of the news that people put for one another, a group between bars. A word may stand in several groups.
const GROUPS: Readonly<Record<string, string>> = {
  en: `boss chief head leader director chairman chairwoman president ceo executive manager lead run|owner own belong proprietor|
  company firm business corporation operator maker manufacturer employer|airline carrier|plane aircraft jet airliner aeroplane|
  ship boat vessel freighter ferry|lorry truck|car vehicle automobile|railway railroad rail train|
  spacecraft spaceship probe satellite craft|shop store|house home dwelling apartment flat|building house|hospital clinic|
  doctor physician medic|drug medicine antibiotic medication remedy|illness disease infection sickness|patient participant|
  trial study test experiment|scientist researcher biologist botanist|expert specialist analyst|
  employee worker staff crew labourer|job post position employment work|pay wage salary earnings|pay earn income|raise rise increase grow|
  strike walkout stoppage|union guild|talks negotiation mediation|mediator mediate arbitrator mediation chair|deal agreement settlement accord pact compromise|
  buy purchase acquire acquisition takeover|offer bid propose proposal|price cost|cost price expense expensive bill charge|worth value insure|money cash fund sum amount|
  damage loss harm destroy wreck|damage compensation|collapse bankruptcy bankrupt insolvent insolvency bust fail|fail failure outage break fault unreachable|
  reason cause why because|cause start begin spark trigger origin blame|begin start open launch|end stop finish halt suspend cease|delay postpone defer|
  close shut|open reopen|quit resign leave resignation|lose lost|fire blaze flame inferno|burn fire|flood flooding inundation|
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
  bomb explosive|explode explosion blast|weapon arm|soldier troop army|war conflict fight|peace truce|side effect|mistake error blunder|
  message email mail|computer machine|specimen plant sample|vanish disappear|visitor guest|rent lease|lie stand sit|
  petition signature sign|refuse decline|recount count tally|poll survey|observer monitor|spokesman spokeswoman spokesperson speak|founder found co-founded|
  editor journalist reporter|remain stay|wait queue|happen occur|hospital patient|aftershock tremor|
  drown sink|crash accident collision|snow ice|sum total|total whole altogether|lean tilt|fungus mushroom|attack assault target|inject vaccine`,
  de: `chef chefin leiter leiterin vorsitzender vorsitzende direktor direktorin|firma unternehmen betrieb konzern hersteller|auto wagen fahrzeug|
  zug bahn|verspätung spät verspätet|kosten kostet preis teuer gekostet|geld summe|bezahlen zahlen finanzieren finanziert|lehren beibringen beigebracht lernen|
  sterben tot tod gestorben|verletzt verletzte verwundet|feuer brand|hochwasser flut überschwemmung|deich damm|erdbeben beben|
  haus wohnung gebäude|schule grundschule|arzt mediziner ärztin|medikament mittel arznei antibiotikum|krank krankheit|kind kinder|
  gewinnen gewonnen sieg siegerin sieger besiegen|verlieren verloren niederlage|spiel partie|bauen gebaut errichten|kaufen gekauft erwerben|
  verlangen fordern|anbieten bieten angebot|stehlen gestohlen diebstahl|finden gefunden entdeckt|kuh rind|studie untersuchung versuch|
  schlaf schlafen schlaflos|grund ursache|schließen geschlossen|öffnen eröffnen|beginnen anfangen starten|ende enden|rücktritt zurücktreten|
  kunde kundin verbraucher|urlauber tourist reisende|minister ministerin|bürgermeister bürgermeisterin|wahl abstimmung|stimme stimmzettel|
  gutachten bericht akte|warnung warnen|brauchen benötigen|menschen leute bewohner personen|stadt ort|wasser fluss|großvater opa|mutter mama|
  herkommen stammen kommt|füllen füllten gefüllt|dauern dauert dauer|heißen nennen name`,
  es: `jefe jefa director directora presidente presidenta consejero|empresa compañía firma naviera|barco buque carguero nave|coche vehículo|
  costar coste precio costado cuesta|dinero suma|morir muerto fallecer matar|herido lesionado|incendio fuego|inundación riada|terremoto seísmo sismo|
  casa vivienda hogar|edificio torre|escuela colegio instituto|médico doctor|perro perra|niño niña|ganar victoria vencer|perder derrota|construir edificar|
  comprar adquirir|encontrar hallar descubrir hallazgo encuentra|robar robo|causa motivo razón|cerrar cierre|abrir apertura|empezar comenzar|
  dimitir dimisión renunciar|llevar transportar cargar|distancia lejos|medir mide longitud|evacuar desalojar|pescador marisquero|
  alcalde alcaldesa|ministro ministra|elección votación|voto papeleta|recuento escrutinio|vecino habitante persona|pueblo ciudad|playa costa|sonda nave|caer derribar`,
  fr: `chef directeur directrice président présidente patron patronne|entreprise société|voiture automobile véhicule|coûter coût prix coûte|
  argent somme|mourir mort décéder tuer|blessé blesser|incendie feu|inondation crue|maison logement|école lycée|médecin docteur|enfant gamin|
  gagner remporter victoire|perdre défaite|construire bâtir|acheter acquérir|trouver découvrir|voler vol|cause raison motif dû|fermer fermé fermeture|
  ouvrir ouverture|commencer début|démissionner démission|fabriquer produire|durer durée|livre lecteur|maire mairesse|ministre|élection vote|pont passerelle|consacrer dépenser coûter`,
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
  const stem = stemmerFor(language);
  const thesaurus = new Map<string, Set<string>>();
  for (const group of groups.split('|')) {
    const stems = group
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => regular(stem(word), language));
    for (const one of stems) {
      const others = thesaurus.get(one) ?? new Set();
      for (const other of stems) if (other !== one) others.add(other);
      thesaurus.set(one, others);
    }
  }
  return thesaurus;
}
