import type { Texts } from '../texts.ts';

export const phrases: Texts['phrases'] = {
  'There is no such subscription here. /news list shows what there is.':
    'Cet abonnement n’est plus ici. /news list montre ce qu’il y a.',
  'members with Manage Server': 'les membres avec « Gérer le serveur » (Manage Server)',
  'workspace admins': 'les admins de l’espace de travail',
  '{} (Slack did not say in time whether you are one: please try again)':
    '{} (Slack n’a pas dit à temps qui en est : réessayez)',
  'whoever runs this Crier': 'les opérateurs de ce Crier',
  'it could not be read': 'il n’a pas pu être lu',
  'it could not be read: {}': 'il n’a pas pu être lu : {}',
  'could not be read: {}': 'n’a pas pu être lu : {}',
  'no answer in time': 'pas de réponse à temps',
  'no whole answer within {} s': 'pas de réponse entière en {} s',
  'it wants a password (401)': 'il demande un mot de passe (401)',
  'it refuses us (403)': 'il refuse l’accès (403)',
  'there is nothing at this address (404)': 'il n’y a rien à cette adresse (404)',
  'it asks us to come less often (429)': 'il demande moins de visites (429)',
  'its server has a fault ({})': 'son serveur a une panne ({})',
  'its server is overloaded or closed (503)': 'son serveur est surchargé ou fermé (503)',
  'its server answered {}': 'son serveur a répondu {}',
  'the server said {}': 'le serveur a dit {}',
  'it is empty': 'c’est vide',
  'the publisher took it down for good (410)': 'l’éditeur l’a retiré pour de bon (410)',
  'the site keeps bots out (Cloudflare challenge)': 'le site écarte les robots (Cloudflare)',
  'the address is not one Crier may fetch': 'Crier ne peut pas consulter cette adresse',
  'more than {} redirects': 'plus de {} redirections',
  'there is no server of that name': 'il n’y a pas de serveur de ce nom',
  'names cannot be looked up (no network?)': 'les noms ne peuvent être résolus (pas de réseau ?)',
  'the server refused the connection': 'le serveur a refusé la connexion',
  'the server broke off the connection': 'le serveur a rompu la connexion',
  'the server did not take the connection': 'le serveur n’a pas pris la connexion',
  'its headers are too long': 'ses en-têtes sont trop longs',
  'its certificate has expired': 'son certificat a expiré',
  'the address gave {}': 'l’adresse a donné {}',
  '{}; the page names a feed: {}': '{} ; la page nomme un flux : {}',
  'nothing at all': 'rien du tout',
  'a page that asks whether you are human: the site keeps bots out':
    'une page qui demande si l’on est humain : le site écarte les robots',
  'a web page, not a feed': 'une page web, pas un flux',
  'a file that is not text': 'un fichier qui n’est pas du texte',
  'JSON that is not a feed': 'du JSON qui n’est pas un flux',
  'JSON that breaks off or has mistakes in it': 'du JSON coupé ou fautif',
  'JSON of more parts than any feed has': 'du JSON de plus de parties que n’en a un flux',
  'XML that is not a feed': 'du XML qui n’est pas un flux',
  'text that is not a feed': 'du texte qui n’est pas un flux',
  'reading it took too long': 'la lecture a pris trop de temps',
  'reading it took too much memory': 'la lecture a pris trop de mémoire',
  'too much is waiting to be read': 'trop de choses attendent d’être lues',
  'line {}: {}': 'ligne {} : {}',
  'is no OPML: it has no <opml> element.': 'n’est pas de l’OPML : il n’a pas d’élément <opml>.',
  'quiet hours': 'heures de silence',
  'the platform is busy': 'la plateforme est occupée',
  'too old': 'trop ancien',
  'what it was to tell was muted while it waited':
    'ce qu’il devait dire a été masqué pendant qu’il attendait',
  'the channel is closed': 'le canal est fermé',
  'Crier was not running': 'Crier ne tournait pas',
  'the subscription was ended': 'l’abonnement a été terminé',
  'looking for it took too long': 'le chercher a pris trop de temps',
  'it could not be looked for: {}': 'il n’a pas pu être cherché : {}',
  'it was posted before and has been deleted since': 'il a été publié puis supprimé',
  'part {} of {}: {}': 'partie {} sur {} : {}',
  'Crier was taken out of this place': 'Crier a été retiré d’ici',
  'the reader is no longer in the server': 'le destinataire n’est plus sur le serveur',
  'Discord did not answer in time': 'Discord n’a pas répondu à temps',
  'Discord is busy': 'Discord est occupé',
  'Discord answered {}': 'Discord a répondu {}',
  'Embed Links is missing. {}': 'Le droit Intégrer des liens (Embed Links) manque. {}',
  'Open the settings of {} → Permissions → add the role or member Crier → allow {}.':
    'Ouvrez les paramètres de {} → Permissions → ajoutez le rôle ou le membre Crier → autorisez {}.',
  'the channel': 'ce canal',
  'this channel': 'ce canal-ci',
  'direct messages of {}: they are no longer in the server':
    'messages directs de {} : n’est plus sur le serveur',
  'They get its news again once they are back and ask for it.':
    'Une fois de retour, il suffit de le redemander.',
  'channel {}: it is a category': 'canal {} : c’est une catégorie',
  'Choose a channel inside of it: nothing can be posted in a category.':
    'Choisissez un canal dedans : on ne peut rien publier dans une catégorie.',
  'channel {}: I lack {}': 'canal {} : il manque {}',
  'channel {}: it is not of {}': 'canal {} : n’est pas de {}',
  'Choose a channel of that server.': 'Choisissez un canal de ce serveur.',
  'channel {}: there is none of that number': 'canal {} : il n’existe pas',
  'It was deleted, or the number is wrong: choose another channel.':
    'Il a été supprimé, ou le numéro est faux : choisissez un autre canal.',
  'channel {}: I cannot see it': 'canal {} : Crier ne le voit pas',
  '{} Where Crier is not in the server at all: {}':
    '{} Si Crier n’est pas du tout sur le serveur : {}',
  'channel {}: {}': 'canal {} : {}',
  'too many requests': 'trop de requêtes',
  'Try again in a minute.': 'Réessayez dans une minute.',
  'View Channel': 'Voir le salon (View Channel)',
  'Send Messages': 'Envoyer des messages (Send Messages)',
  'Embed Links': 'Intégrer des liens (Embed Links)',
  'Read Message History': 'Voir les anciens messages (Read Message History)',
  'Send Messages in Threads': 'Envoyer des messages dans les fils (Send Messages in Threads)',
  'Slack channel {}': 'canal Slack {}',
  'Slack direct messages of {}': 'messages directs Slack de {}',
  'Crier is not installed in that workspace: install it.':
    'Crier n’est pas installé dans cet espace de travail : installez-le.',
  'Crier is not installed in that workspace: install it again.':
    'Crier n’est pas installé dans cet espace de travail : réinstallez-le.',
  'It is archived: unarchive it, or choose another one.':
    'Il est archivé : désarchivez-le, ou choisissez-en un autre.',
  'Crier is not in it: write "/invite @crier" there.':
    'Crier n’y est pas : écrivez-y « /invite @crier ».',
  'It is read-only: let Crier post there, or choose another one.':
    'Il est en lecture seule : laissez Crier y publier, ou choisissez-en un autre.',
  'The channel is gone or closed to Crier: invite it there with /invite @crier.':
    'Le canal a disparu ou est fermé à Crier : invitez-le avec /invite @crier.',
  'Crier is not in the channel: invite it there with /invite @crier.':
    'Crier n’est pas dans le canal : invitez-le avec /invite @crier.',
  'The channel is archived: unarchive it, or choose another one.':
    'Le canal est archivé : désarchivez-le, ou choisissez-en un autre.',
  'The channel lets only some people post: let Crier post there.':
    'Seules certaines personnes publient dans le canal : autorisez Crier.',
  'The channel is read-only: let Crier post there.':
    'Le canal est en lecture seule : laissez Crier y publier.',
  'The channel takes replies only: choose another one.':
    'Le canal n’accepte que des réponses : choisissez-en un autre.',
  'That member is gone.': 'Ce membre n’est plus là.',
  'That member is deactivated.': 'Ce membre est désactivé.',
  'That member is a bot, which cannot be written to.':
    'Ce membre est un robot, à qui l’on ne peut écrire.',
  'The thread is gone.': 'Le fil n’existe plus.',
  'The message is gone.': 'Le message n’existe plus.',
  "The app's Messages tab is switched off: update the app from `crier slack manifest`.":
    'L’onglet Messages de l’app est désactivé : mettez l’app à jour avec `crier slack manifest`.',
  'Crier lacks a permission: update the app from `crier slack manifest`, install it again.':
    'Il manque un droit à Crier : mettez l’app à jour avec `crier slack manifest`, puis réinstallez-la.',
  'Crier was removed from the workspace: install it again.':
    'Crier a été retiré de l’espace de travail : réinstallez-le.',
  'The token was revoked: install the app again.': 'Le jeton a été révoqué : réinstallez l’app.',
  'The token has expired: install the app again.': 'Le jeton a expiré : réinstallez l’app.',
  'The workspace was disabled.': 'L’espace de travail a été désactivé.',
  'The workspace is being moved; try again later.':
    'L’espace de travail est en déplacement ; réessayez plus tard.',
  'Slack asks to wait.': 'Slack demande d’attendre.',
  'Slack did not answer as it should ({}).': 'Slack n’a pas répondu comme il faut ({}).',
  'Slack refused it ({}).': 'Slack l’a refusé ({}).',
  'There is nothing in the message.': 'Le message est vide.',
};
