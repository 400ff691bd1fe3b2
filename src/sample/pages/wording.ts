type Wording = {
  readonly sections: readonly string[];
  readonly cookies: string;
  readonly accept: string;
  readonly newsletter: string;
  readonly subscribe: string;
  readonly share: string;
  readonly related: string;
  readonly by: string;
  readonly updated: string;
  readonly photo: string;
  readonly caption: string;
  readonly paywall: string;
  readonly signIn: string;
  readonly footer: string;
};

const ENGLISH: Wording = {
  sections: ['Home', 'World', 'Business', 'Science', 'Sport', 'Culture', 'Opinion'],
  cookies:
    'We and our 214 partners use cookies to give you the best experience. You can change your choice at any time.',
  accept: 'Accept all',
  newsletter:
    'Get the stories that matter in your inbox every morning. Sign up for our free newsletter.',
  subscribe: 'Sign up',
  share: 'Share this article',
  related: 'Read more',
  by: 'By',
  updated: 'Updated',
  photo: 'Photo',
  caption: 'File picture',
  paywall: 'This article is for subscribers.',
  signIn: 'Sign in or subscribe to continue',
  footer: 'All rights reserved. Contact us. Terms of use. Privacy policy.',
};

const SPANISH: Wording = {
  sections: ['Portada', 'Mundo', 'Economía', 'Ciencia', 'Deportes', 'Cultura', 'Opinión'],
  cookies:
    'Nosotros y nuestros 187 socios utilizamos cookies para mejorar su experiencia. Puede cambiar su elección en cualquier momento.',
  accept: 'Aceptar todo',
  newsletter:
    'Reciba cada mañana las noticias más importantes en su correo. Suscríbase a nuestro boletín.',
  subscribe: 'Suscribirse',
  share: 'Comparta este artículo',
  related: 'Más noticias',
  by: 'Por',
  updated: 'Actualizado',
  photo: 'Foto',
  caption: 'Imagen de archivo',
  paywall: 'Este artículo es solo para suscriptores.',
  signIn: 'Inicie sesión o suscríbase para seguir leyendo',
  footer: 'Todos los derechos reservados. Contacto. Aviso legal. Política de privacidad.',
};

const GERMAN: Wording = {
  sections: ['Start', 'Welt', 'Wirtschaft', 'Wissen', 'Sport', 'Kultur', 'Meinung'],
  cookies:
    'Wir und unsere 163 Partner verwenden Cookies, um Ihnen das beste Erlebnis zu bieten. Sie können Ihre Auswahl jederzeit ändern.',
  accept: 'Alle akzeptieren',
  newsletter:
    'Das Wichtigste jeden Morgen in Ihrem Postfach: Abonnieren Sie unseren kostenlosen Newsletter.',
  subscribe: 'Abonnieren',
  share: 'Artikel teilen',
  related: 'Mehr zum Thema',
  by: 'Von',
  updated: 'Aktualisiert',
  photo: 'Foto',
  caption: 'Archivbild',
  paywall: 'Dieser Artikel ist nur für Abonnenten.',
  signIn: 'Anmelden oder Abo abschließen',
  footer: 'Alle Rechte vorbehalten. Kontakt. Impressum. Datenschutz.',
};

/** The words around an article in the language of its outlet, English where we have no others. */
export function wordingOf(language: string): Wording {
  if (language.startsWith('es')) return SPANISH;
  return language.startsWith('de') ? GERMAN : ENGLISH;
}
