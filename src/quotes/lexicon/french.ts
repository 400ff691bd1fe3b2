import type { Grammar } from '../grammar.ts';
import { verbTable } from './verbs.ts';
import { words } from './words.ts';

const VERBS = verbTable(`
    say say dit dite dits disait disent disant
    declare say déclaré déclare déclarait déclarent proclamé proclame lancé lance lâché assené
    claim say affirmé affirme affirment assuré assure assurent soutenu soutient prétendu estimé estime estiment jugé juge jugent
    note say noté note souligné souligne soulignent relevé relève indiqué indique indiquent précisé précise précisent rappelé rappelle
    explain say expliqué explique expliquent détaillé commenté commente résumé résume
    add say ajouté ajoute ajoutent poursuivi poursuit conclu conclut renchéri insisté insiste martelé martèle
    warn say averti avertit prévenu prévient alerté alerte dénoncé dénonce déploré déplore regretté regrette critiqué réclamé réclame demandé
    ask say demande interrogé interroge répondu répond rétorqué rétorque répliqué
    acknowledge say reconnu reconnaît admis admet avoué avoue confié confie annoncé annonce promis promet raconté raconte témoigne
    joke say plaisanté plaisante ironisé ironise exclamé exclame s'exclame s’exclame crié soupiré soupire s'est s’est réjoui félicité
  concede say concédé concède confirmé confirme résumé défendu défend plaidé plaide justifié rétorque nuancé nuance
  write write écrit écrivait écrivent tweeté publié
    call call qualifié qualifie appelé appelle décrit surnommé
    think think pense croit espère considère`);

export const FRENCH: Grammar = {
  language: 'fr',
  // affirme-t-il, explique-t-elle
  verb: (word) =>
    VERBS(word) ??
    (word.includes('-') ? VERBS(word.replace(/-(?:t-)?(?:il|elle|ils|elles|on)$/, '')) : undefined),
  adverbs:
    words(`a ont avait avaient ai aussi ensuite puis déjà encore lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui
    aujourd’hui ne pas plus se également toutefois`),
  be: words('est sont était étaient été être fut'),
  pronouns: words('il elle ils elles je nous on a-t-il a-t-elle ont-ils ont-elles a-t-on qui'),
  breaks: words(
    `que qu parce si quand où comme mais tandis alors car est sont était a ont avait dont ne pas se donc puisque lorsque`,
  ),
  prepositions: words(
    "de du des d' à au aux en dans par pour sur avec chez contre selon sous vers",
  ),
  fronted: words(
    'dans en selon après avant pour lors depuis pendant à au sur mais et puis ainsi par hier sans',
  ),
  determiners: words(
    "le la les l' un une des son sa ses leur leurs ce cette ces plusieurs certains certaines",
  ),
  insertions: words('le la les un une qui que dont de du en son sa ancien ancienne selon lui'),
  relatives: words('qui'),
  conjunctions: words('et ou mais'),
  infinitive: 'à',
  sources: [['selon'], ["d'après"], ['d’après'], ['pour', 'sa', 'part']],
  quotedSources: [],
  sayingNouns: words(
    'communiqué message déclaration déclarations mots lettre slogan discours réponse rapport article pancarte banderole',
  ),
  possessives: words('son sa ses leur leurs mon ma mes'),
  from: words('de du des par'),
};
