import type { Texts } from '../texts.ts';

export const phrases: Texts['phrases'] = {
  'There is no such subscription here. /news list shows what there is.':
    'Esa suscripción ya no está aquí. /news list muestra las que hay.',
  'members with Manage Server': 'quienes pueden «Gestionar servidor» (Manage Server)',
  'workspace admins': 'los administradores del espacio de trabajo',
  '{} (Slack did not say in time whether you are one: please try again)':
    '{} (Slack no dijo a tiempo quién lo es: vuelva a intentarlo)',
  'whoever runs this Crier': 'quienes gestionan este Crier',
  'it could not be read': 'no se pudo leer',
  'it could not be read: {}': 'no se pudo leer: {}',
  'could not be read: {}': 'no se pudo leer: {}',
  'no answer in time': 'no hubo respuesta a tiempo',
  'no whole answer within {} s': 'no hubo respuesta completa en {} s',
  'it wants a password (401)': 'pide una contraseña (401)',
  'it refuses us (403)': 'niega el acceso (403)',
  'there is nothing at this address (404)': 'en esta dirección no hay nada (404)',
  'it asks us to come less often (429)': 'pide menos consultas (429)',
  'its server has a fault ({})': 'su servidor tiene un fallo ({})',
  'its server is overloaded or closed (503)': 'su servidor está saturado o cerrado (503)',
  'its server answered {}': 'su servidor respondió {}',
  'the server said {}': 'el servidor dijo {}',
  'it is empty': 'está vacío',
  'the publisher took it down for good (410)': 'el editor lo retiró para siempre (410)',
  'the site keeps bots out (Cloudflare challenge)': 'el sitio no admite bots (Cloudflare)',
  'the address is not one Crier may fetch': 'Crier no puede consultar esa dirección',
  'more than {} redirects': 'más de {} redirecciones',
  'there is no server of that name': 'no hay ningún servidor con ese nombre',
  'names cannot be looked up (no network?)': 'no se pueden resolver nombres (¿sin red?)',
  'the server refused the connection': 'el servidor rechazó la conexión',
  'the server broke off the connection': 'el servidor cortó la conexión',
  'the server did not take the connection': 'el servidor no aceptó la conexión',
  'its headers are too long': 'sus cabeceras son demasiado largas',
  'its certificate has expired': 'su certificado ha caducado',
  'the address gave {}': 'la dirección dio {}',
  '{}; the page names a feed: {}': '{}; la página nombra una fuente: {}',
  'nothing at all': 'nada en absoluto',
  'a page that asks whether you are human: the site keeps bots out':
    'una página que pregunta si se es humano: el sitio no admite bots',
  'a web page, not a feed': 'una página web, no una fuente',
  'a file that is not text': 'un archivo que no es texto',
  'JSON that is not a feed': 'JSON que no es una fuente',
  'JSON that breaks off or has mistakes in it': 'JSON cortado o con errores',
  'JSON of more parts than any feed has': 'JSON con más partes que cualquier fuente',
  'XML that is not a feed': 'XML que no es una fuente',
  'text that is not a feed': 'texto que no es una fuente',
  'reading it took too long': 'leerlo tardó demasiado',
  'reading it took too much memory': 'leerlo necesitó demasiada memoria',
  'too much is waiting to be read': 'hay demasiado esperando a ser leído',
  'line {}: {}': 'línea {}: {}',
  'is no OPML: it has no <opml> element.': 'no es OPML: no tiene ningún elemento <opml>.',
  'quiet hours': 'horas de silencio',
  'the platform is busy': 'la plataforma está ocupada',
  'too old': 'demasiado antiguo',
  'what it was to tell was muted while it waited':
    'lo que iba a contar se silenció mientras esperaba',
  'the channel is closed': 'el canal está cerrado',
  'Crier was not running': 'Crier no estaba en marcha',
  'the subscription was ended': 'la suscripción se terminó',
  'looking for it took too long': 'buscarlo tardó demasiado',
  'it could not be looked for: {}': 'no se pudo buscar: {}',
  'it was posted before and has been deleted since': 'se publicó antes y se ha borrado',
  'part {} of {}: {}': 'parte {} de {}: {}',
  'Crier was taken out of this place': 'Crier fue retirado de aquí',
  'the reader is no longer in the server': 'el destinatario ya no está en el servidor',
  'Discord did not answer in time': 'Discord no respondió a tiempo',
  'Discord is busy': 'Discord está ocupado',
  'Discord answered {}': 'Discord respondió {}',
  'Embed Links is missing. {}': 'Falta el permiso Insertar enlaces (Embed Links). {}',
  'Open the settings of {} → Permissions → add the role or member Crier → allow {}.':
    'Abra los ajustes de {} → Permisos → añada el rol o miembro Crier → permita {}.',
  'the channel': 'el canal',
  'this channel': 'este canal',
  'direct messages of {}: they are no longer in the server':
    'mensajes directos de {}: ya no está en el servidor',
  'They get its news again once they are back and ask for it.':
    'Cuando vuelva y lo pida, recibirá de nuevo sus noticias.',
  'channel {}: it is a category': 'canal {}: es una categoría',
  'Choose a channel inside of it: nothing can be posted in a category.':
    'Elija un canal dentro de ella: en una categoría no se puede publicar.',
  'channel {}: I lack {}': 'canal {}: falta {}',
  'channel {}: it is not of {}': 'canal {}: no es de {}',
  'Choose a channel of that server.': 'Elija un canal de ese servidor.',
  'channel {}: there is none of that number': 'canal {}: no existe',
  'It was deleted, or the number is wrong: choose another channel.':
    'Se borró, o el número no es correcto: elija otro canal.',
  'channel {}: I cannot see it': 'canal {}: Crier no lo ve',
  '{} Where Crier is not in the server at all: {}': '{} Si Crier no está en el servidor: {}',
  'channel {}: {}': 'canal {}: {}',
  'too many requests': 'demasiadas peticiones',
  'Try again in a minute.': 'Vuelva a intentarlo en un minuto.',
  'View Channel': 'Ver canal (View Channel)',
  'Send Messages': 'Enviar mensajes (Send Messages)',
  'Embed Links': 'Insertar enlaces (Embed Links)',
  'Read Message History': 'Leer el historial de mensajes (Read Message History)',
  'Send Messages in Threads': 'Enviar mensajes en hilos (Send Messages in Threads)',
  'Slack channel {}': 'canal de Slack {}',
  'Slack direct messages of {}': 'mensajes directos de Slack de {}',
  'Crier is not installed in that workspace: install it.':
    'Crier no está instalado en ese espacio de trabajo: instálelo.',
  'Crier is not installed in that workspace: install it again.':
    'Crier no está instalado en ese espacio de trabajo: instálelo de nuevo.',
  'It is archived: unarchive it, or choose another one.':
    'Está archivado: desarchívelo o elija otro.',
  'Crier is not in it: write "/invite @crier" there.':
    'Crier no está en él: escriba allí «/invite @crier».',
  'It is read-only: let Crier post there, or choose another one.':
    'Es de solo lectura: permita que Crier publique o elija otro.',
  'The channel is gone or closed to Crier: invite it there with /invite @crier.':
    'El canal ya no existe o está cerrado para Crier: invítelo allí con /invite @crier.',
  'Crier is not in the channel: invite it there with /invite @crier.':
    'Crier no está en el canal: invítelo allí con /invite @crier.',
  'The channel is archived: unarchive it, or choose another one.':
    'El canal está archivado: desarchívelo o elija otro.',
  'The channel lets only some people post: let Crier post there.':
    'En el canal solo publican algunos: permítaselo a Crier.',
  'The channel is read-only: let Crier post there.':
    'El canal es de solo lectura: permita que Crier publique.',
  'The channel takes replies only: choose another one.':
    'El canal solo admite respuestas: elija otro.',
  'That member is gone.': 'Ese miembro ya no está.',
  'That member is deactivated.': 'Ese miembro está desactivado.',
  'That member is a bot, which cannot be written to.':
    'Ese miembro es un bot, al que no se puede escribir.',
  'The thread is gone.': 'El hilo ya no existe.',
  'The message is gone.': 'El mensaje ya no existe.',
  "The app's Messages tab is switched off: update the app from `crier slack manifest`.":
    'La pestaña de mensajes de la app está desactivada: actualice la app con `crier slack manifest`.',
  'Crier lacks a permission: update the app from `crier slack manifest`, install it again.':
    'A Crier le falta un permiso: actualice la app con `crier slack manifest` e instálela de nuevo.',
  'Crier was removed from the workspace: install it again.':
    'Crier fue retirado del espacio de trabajo: instálelo de nuevo.',
  'The token was revoked: install the app again.':
    'El token fue revocado: instale la app de nuevo.',
  'The token has expired: install the app again.': 'El token ha caducado: instale la app de nuevo.',
  'The workspace was disabled.': 'El espacio de trabajo fue desactivado.',
  'The workspace is being moved; try again later.':
    'El espacio de trabajo se está trasladando; pruebe más tarde.',
  'Slack asks to wait.': 'Slack pide esperar.',
  'Slack did not answer as it should ({}).': 'Slack no respondió como debía ({}).',
  'Slack refused it ({}).': 'Slack lo rechazó ({}).',
  'There is nothing in the message.': 'El mensaje está vacío.',
};
