import type { Texts } from '../texts.ts';

export const phrases: Texts['phrases'] = {
  'There is no such subscription here. /news list shows what there is.':
    'Dieses Abo gibt es hier nicht mehr. /news list zeigt, was es gibt.',
  'members with Manage Server': 'Mitglieder mit „Server verwalten“ (Manage Server)',
  'workspace admins': 'Admins des Workspace',
  '{} (Slack did not say in time whether you are one: please try again)':
    '{} (Slack hat nicht rechtzeitig gesagt, wer dazugehört: bitte noch einmal versuchen)',
  'whoever runs this Crier': 'die Betreiber dieses Crier',
  'it could not be read': 'nicht lesbar',
  'it could not be read: {}': 'nicht lesbar: {}',
  'could not be read: {}': 'nicht lesbar: {}',
  'no answer in time': 'keine Antwort in der Zeit',
  'no whole answer within {} s': 'keine ganze Antwort in {} s',
  'it wants a password (401)': 'sie verlangt ein Passwort (401)',
  'it refuses us (403)': 'der Zugriff ist gesperrt (403)',
  'there is nothing at this address (404)': 'unter dieser Adresse ist nichts (404)',
  'it asks us to come less often (429)': 'zu viele Abrufe (429)',
  'its server has a fault ({})': 'der Server hat einen Fehler ({})',
  'its server is overloaded or closed (503)': 'der Server ist überlastet oder geschlossen (503)',
  'its server answered {}': 'der Server antwortete {}',
  'the server said {}': 'der Server sagte {}',
  'it is empty': 'es ist leer',
  'the publisher took it down for good (410)': 'vom Anbieter endgültig abgeschaltet (410)',
  'the site keeps bots out (Cloudflare challenge)': 'die Seite sperrt Bots aus (Cloudflare)',
  'the address is not one Crier may fetch': 'diese Adresse darf Crier nicht abrufen',
  'more than {} redirects': 'mehr als {} Weiterleitungen',
  'there is no server of that name': 'einen Server dieses Namens gibt es nicht',
  'names cannot be looked up (no network?)': 'Namen lassen sich nicht auflösen (kein Netz?)',
  'the server refused the connection': 'der Server hat die Verbindung abgelehnt',
  'the server broke off the connection': 'der Server hat die Verbindung abgebrochen',
  'the server did not take the connection': 'der Server hat die Verbindung nicht angenommen',
  'its headers are too long': 'die Kopfzeilen sind zu lang',
  'its certificate has expired': 'das Zertifikat ist abgelaufen',
  'the address gave {}': 'unter der Adresse: {}',
  '{}; the page names a feed: {}': '{}; die Seite nennt einen Feed: {}',
  'nothing at all': 'gar nichts',
  'a page that asks whether you are human: the site keeps bots out':
    'eine Seite, die nach Menschen fragt: Bots sind ausgesperrt',
  'a web page, not a feed': 'eine Webseite, kein Feed',
  'a file that is not text': 'eine Datei, die kein Text ist',
  'JSON that is not a feed': 'JSON, aber kein Feed',
  'JSON that breaks off or has mistakes in it': 'JSON, das abbricht oder Fehler hat',
  'JSON of more parts than any feed has': 'JSON mit mehr Teilen, als ein Feed hat',
  'XML that is not a feed': 'XML, aber kein Feed',
  'text that is not a feed': 'Text, aber kein Feed',
  'reading it took too long': 'das Lesen dauerte zu lange',
  'reading it took too much memory': 'das Lesen brauchte zu viel Speicher',
  'too much is waiting to be read': 'zu viel wartet aufs Lesen',
  'line {}: {}': 'Zeile {}: {}',
  'is no OPML: it has no <opml> element.': 'ist kein OPML: Es hat kein <opml>-Element.',
  'quiet hours': 'Ruhezeit',
  'the platform is busy': 'die Plattform ist ausgelastet',
  'too old': 'zu alt',
  'what it was to tell was muted while it waited':
    'was er bringen sollte, wurde stumm geschaltet, während er wartete',
  'the channel is closed': 'der Kanal ist verschlossen',
  'Crier was not running': 'Crier lief nicht',
  'the subscription was ended': 'das Abo wurde beendet',
  'looking for it took too long': 'die Suche danach dauerte zu lange',
  'it could not be looked for: {}': 'es ließ sich nicht suchen: {}',
  'it was posted before and has been deleted since': 'es stand da und wurde gelöscht',
  'part {} of {}: {}': 'Teil {} von {}: {}',
  'Crier was taken out of this place': 'Crier wurde von hier entfernt',
  'the reader is no longer in the server': 'der Empfänger ist nicht mehr auf dem Server',
  'Discord did not answer in time': 'Discord hat nicht rechtzeitig geantwortet',
  'Discord is busy': 'Discord ist ausgelastet',
  'Discord answered {}': 'Discord antwortete {}',
  'Embed Links is missing. {}': 'Das Recht Links einbetten (Embed Links) fehlt. {}',
  'Open the settings of {} → Permissions → add the role or member Crier → allow {}.':
    'Einstellungen von {} öffnen → Berechtigungen → Rolle oder Mitglied Crier hinzufügen → {} erlauben.',
  'the channel': 'dem Kanal',
  'this channel': 'diesem Kanal',
  'direct messages of {}: they are no longer in the server':
    'Direktnachrichten an {}: nicht mehr auf dem Server',
  'They get its news again once they are back and ask for it.':
    'Sobald sie zurück sind und danach fragen, kommt wieder etwas.',
  'channel {}: it is a category': 'Kanal {}: das ist eine Kategorie',
  'Choose a channel inside of it: nothing can be posted in a category.':
    'Bitte einen Kanal darin wählen: In einer Kategorie lässt sich nichts posten.',
  'channel {}: I lack {}': 'Kanal {}: es fehlt {}',
  'channel {}: it is not of {}': 'Kanal {}: gehört nicht zu {}',
  'Choose a channel of that server.': 'Bitte einen Kanal dieses Servers wählen.',
  'channel {}: there is none of that number': 'Kanal {}: den gibt es nicht',
  'It was deleted, or the number is wrong: choose another channel.':
    'Er wurde gelöscht, oder die Nummer stimmt nicht: bitte einen anderen wählen.',
  'channel {}: I cannot see it': 'Kanal {}: ist für Crier nicht zu sehen',
  '{} Where Crier is not in the server at all: {}':
    '{} Falls Crier gar nicht auf dem Server ist: {}',
  'channel {}: {}': 'Kanal {}: {}',
  'too many requests': 'zu viele Anfragen',
  'Try again in a minute.': 'Bitte in einer Minute noch einmal versuchen.',
  'View Channel': 'Kanal ansehen (View Channel)',
  'Send Messages': 'Nachrichten senden (Send Messages)',
  'Embed Links': 'Links einbetten (Embed Links)',
  'Read Message History': 'Nachrichtenverlauf lesen (Read Message History)',
  'Send Messages in Threads': 'Nachrichten in Threads senden (Send Messages in Threads)',
  'Slack channel {}': 'Slack-Kanal {}',
  'Slack direct messages of {}': 'Slack-Direktnachrichten an {}',
  'Crier is not installed in that workspace: install it.':
    'Crier ist in diesem Workspace nicht installiert: bitte installieren.',
  'Crier is not installed in that workspace: install it again.':
    'Crier ist in diesem Workspace nicht installiert: bitte neu installieren.',
  'It is archived: unarchive it, or choose another one.':
    'Er ist archiviert: bitte zurückholen oder einen anderen wählen.',
  'Crier is not in it: write "/invite @crier" there.':
    'Crier ist nicht darin: dort „/invite @crier“ schreiben.',
  'It is read-only: let Crier post there, or choose another one.':
    'Dort darf Crier nur lesen: bitte Schreiben erlauben oder einen anderen wählen.',
  'The channel is gone or closed to Crier: invite it there with /invite @crier.':
    'Der Kanal ist weg oder Crier verschlossen: dort mit /invite @crier einladen.',
  'Crier is not in the channel: invite it there with /invite @crier.':
    'Crier ist nicht im Kanal: dort mit /invite @crier einladen.',
  'The channel is archived: unarchive it, or choose another one.':
    'Der Kanal ist archiviert: bitte zurückholen oder einen anderen wählen.',
  'The channel lets only some people post: let Crier post there.':
    'Im Kanal dürfen nur manche schreiben: bitte Crier erlauben.',
  'The channel is read-only: let Crier post there.':
    'Der Kanal ist nur zum Lesen: bitte Crier das Schreiben erlauben.',
  'The channel takes replies only: choose another one.':
    'Der Kanal nimmt nur Antworten an: bitte einen anderen wählen.',
  'That member is gone.': 'Dieses Mitglied gibt es nicht mehr.',
  'That member is deactivated.': 'Dieses Mitglied ist deaktiviert.',
  'That member is a bot, which cannot be written to.':
    'Dieses Mitglied ist ein Bot, dem man nicht schreiben kann.',
  'The thread is gone.': 'Den Thread gibt es nicht mehr.',
  'The message is gone.': 'Die Nachricht gibt es nicht mehr.',
  "The app's Messages tab is switched off: update the app from `crier slack manifest`.":
    'Der Nachrichten-Tab der App ist ausgeschaltet: die App mit `crier slack manifest` aktualisieren.',
  'Crier lacks a permission: update the app from `crier slack manifest`, install it again.':
    'Crier fehlt ein Recht: die App mit `crier slack manifest` aktualisieren und neu installieren.',
  'Crier was removed from the workspace: install it again.':
    'Crier wurde aus dem Workspace entfernt: bitte neu installieren.',
  'The token was revoked: install the app again.':
    'Das Token wurde widerrufen: die App neu installieren.',
  'The token has expired: install the app again.':
    'Das Token ist abgelaufen: die App neu installieren.',
  'The workspace was disabled.': 'Der Workspace wurde abgeschaltet.',
  'The workspace is being moved; try again later.':
    'Der Workspace zieht gerade um; bitte später noch einmal.',
  'Slack asks to wait.': 'Slack bittet um Geduld.',
  'Slack did not answer as it should ({}).': 'Slack hat nicht richtig geantwortet ({}).',
  'Slack refused it ({}).': 'Slack hat es abgelehnt ({}).',
  'There is nothing in the message.': 'In der Nachricht steht nichts.',
};
