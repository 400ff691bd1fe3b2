import type { Grammar } from '../grammar.ts';
import { verbTable } from './verbs.ts';
import { words } from './words.ts';

export const ITALIAN: Grammar = {
  language: 'it',
  verb: verbTable(`
    say say detto disse dissero dice dicono diceva dicendo
    declare say dichiarato dichiara dichiarano dichiarò tuonato tuona
    claim say affermato afferma affermano affermò sostenuto sostiene sostengono assicurato assicura
    note say notato nota osservato osserva rilevato sottolineato sottolinea sottolineano precisato precisa ricordato ricorda indicato indica
    explain say spiegato spiega spiegano spiegò commentato commenta chiarito chiarisce raccontato racconta
    add say aggiunto aggiunge aggiunse proseguito prosegue continua concluso conclude insistito insiste ribadito ribadisce
    warn say avvertito avverte denunciato denuncia lamentato lamenta criticato chiesto chiede
    ask say domandato domanda risposto risponde replicato replica
    acknowledge say ammesso ammette riconosciuto riconosce confessato annunciato annuncia promesso promette
    joke say scherzato scherza ironizzato esclamato esclama gridato
    concede say confermato conferma riassunto riassume difeso concesso raccontava confidato confida celebrato commentava
    write write scritto scrive scrisse scrivono twittato
    call call definito definisce chiamato descritto bollato
    think think pensa crede ritiene`),
  adverbs:
    words(`ha hanno aveva avevano ho anche poi già ancora ieri oggi non si lo lunedì martedì mercoledì giovedì venerdì sabato domenica
    invece inoltre`),
  be: words('è sono era erano stato stata stati fu furono viene'),
  pronouns: words('lui lei egli ella loro io noi chi'),
  breaks: words(
    'che perché se quando dove come ma mentre poiché è sono era ha hanno aveva non si lo cui quindi',
  ),
  prepositions: words(
    "di del della dello dei delle degli a al alla in nel nella con per su sul sulla da dal dalla tra fra dell' all' nell'",
  ),
  fronted: words(
    'in nel nella secondo dopo prima durante per con da su ma e poi così ieri oggi sul',
  ),
  determiners: words(
    "il lo la i gli le l' un uno una suo sua suoi sue questo questa molti alcuni diversi",
  ),
  insertions: words('il lo la i gli le un una che cui di del della ex già secondo suo sua anche'),
  relatives: words('che'),
  conjunctions: words('e ed o ma'),
  infinitive: 'a',
  sources: [['secondo'], ['stando', 'a'], ['a', 'detta', 'di']],
  quotedSources: [],
  sayingNouns: words(
    'comunicato messaggio dichiarazione dichiarazioni parole lettera slogan discorso risposta rapporto articolo nota striscione',
  ),
  possessives: words('suo sua suoi sue mio mia'),
  from: words('di del della da dal'),
};
