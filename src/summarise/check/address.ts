// How German, Spanish, French and Italian speak to a reader: a translation may not begin to where its original does not.

const QUOTED = /[“"„«][^“”"„«»\n]{0,800}[”"“»]/gu;

// "Sie" and "Ihr" behind another word are polite address; a sentence may begin with them as "they" and "their".
const SPOKEN_TO: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}])(?:you|your|yours|yourself|you['’]\p{L}+)(?![\p{L}])/iu,
  de: /(?<=[\p{L}\p{N}]["”“»]?,?\s)(?:Sie|Ihnen|Ihre?[mnrs]?)(?![\p{L}])|(?<![\p{L}])(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[mnrs]?)?|[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?)(?![\p{L}])/u,
  es: /(?<![\p{L}])(?:usted(?:es)?|tú|tus?|te|ti|contigo|tuy[oa]s?|vosotr[oa]s|os|vuestr[oa]s?)(?![\p{L}])/iu,
  fr: /(?<![\p{L}])(?:[Vv]ous|[Vv]otre|[Vv]os|[Tt]u|[Tt]e|[Tt]oi|[Tt]on|[Tt]a|[Tt]es)(?![\p{L}])|(?<![\p{L}])[Tt]['’](?=\p{L})|(?<![\p{L}])(?!chez|assez|nez|rez|raz|riz)\p{Ll}\p{L}*ez(?![\p{L}])/u,
  it: /(?<![\p{L}])(?:[Tt]u|[Tt]i|[Tt]e|[Tt]uo|[Tt]ua|[Tt]uoi|[Tt]ue|[Vv]oi|[Vv]i|[Vv]ostr[oaie])(?![\p{L}])|(?<=[\p{L}\p{N}],?\s)Lei(?![\p{L}])/u,
};

// The order begins a sentence or what stands behind a colon, a dash or "bitte". Spanish and French endings of an order
// are a statement's too ("Compra" buys and a purchase): what tells as often is left out.
const ORDERS: Readonly<Record<string, string>> = {
  en: 'transfer wire pay enter visit call order sign log buy open share vote trust contact register claim save',
  de: `bitte klick klicke klickt überweise überweist kauf kaufe kauft gib gebt vergiss vergesst ignorier ignoriere ignoriert
    schick schicke schickt sende sendet besuche besucht öffne öffnet melde meldet registriere nutze nutzt bestell bestelle
    bestellt lade ladet antworte antwortet schreib schreibe schreibt wiederhole übersetze fasse beachte beachtet lies lest
    sag sage sagt nenn nenne nennt zeig zeige zeigt folge folgt ruf rufe ruft installiere geh gehe geht komm kommt wähl
    wähle wählt hol hole holt sichere nimm nehmt tu tut mach mache macht lass lasst hör hört vertrau vertraut spende`,
  es: `por_favor haga haz hagan haced compre compren comprad envíe envíen envía enviad transfiera transfieran transfiere
    introduzca introduzcan introduce ingrese ingresen ignore ignoren ignora ignorad olvide olviden olvida olvidad olvídese
    olvídate visite visiten visita llame llamen pulse pulsa pulsen descargue descarguen abra abran escriba escriban
    responda respondan repita diga digan di entre entren siga sigan elija elige actualice confirme proporcione indique
    facilite revele revela traduzca resuma inserte añada agregue incluya mencione recuerde recuerda tenga ten pague paguen
    done dé deje deja vaya ve venga ven use usa utilice utiliza regístrese regístrate suscríbase suscríbete no_haga confíe
    verifique compruebe deposite gane solicite reserve invierta consulte contacte acceda lea mire escuche pida mande apueste
    aproveche participe comparta únase reclame active entregue firme conéctese inscríbase vote voten`,
  fr: `veuillez oublie ignore clique achète envoie donne ouvre télécharge visite appelle saisis écris réponds dis suis fais
    transfère verse choisis abonne inscris utilise rappelle paie paye cliquer merci_de prière_de profite gagne investis rejoins verse confirme tape n'oubliez n'oublie ne_pas`,
  it: `clicca cliccate cliccare inserisci inserite inserisca ignora ignorate ignori dimentica dimenticate dimentichi compra
    comprate compri visita visitate visiti invia inviate invii scrivi scrivete scriva rispondi rispondete risponda ripeti
    scarica scaricate scarichi apri aprite trasferisci trasferite versa versate fai fate faccia chiama chiamate chiami dimmi
    dite segui seguite usa usate paga pagate vai andate per_favore si_prega`,
};

// "Überweisen Sie", "Cliquez": whatever the verb.
const ENDINGS: Readonly<Record<string, RegExp>> = {
  de: /^\p{Lu}?\p{L}+n\s(?:Sie|wir)(?![\p{L}])|^(?:jetzt|hier|sofort|schnell|einfach|unbedingt|gleich|heute noch)\s(?:[\p{L}\d-]+\s){0,6}\p{Ll}+(?:en|ern|eln)[.!]?$/iu,
  fr: /^(?!(?:chez|assez|nez|rendez)(?![\p{L}]))\p{L}+ez(?![\p{L}])/iu,
  es: /^(?:no\s)?\p{L}+(?:[aeáéí]d|[aeáéí](?:lo|la|los|las|nos|se|le|les))\s(?=\p{Ll})/iu,
};
const NOT_ORDERS =
  /^(?:ciudad|mitad|verdad|salud|universidad|sociedad|autoridad|unidad|calidad|comunidad|libertad|seguridad|\p{L}+dad|\p{L}+tad|clase|base|fase|frase|mese|ese|este|escala|sala|cola|bola|isla|villa|ella|aquella|muelle|calle|valle|ellas|ellos|aquellas)\s/iu;

const orders = new Map<string, RegExp>();

function ordersIn(language: string): RegExp {
  const kept = orders.get(language);
  if (kept) return kept;
  const words = (ORDERS[language] ?? '').split(/\s+/).filter(Boolean);
  const pattern = new RegExp(`^(?:${words.join('|').replace(/_/g, '\\s')})(?![\\p{L}])`, 'iu');
  orders.set(language, pattern);
  return pattern;
}

/** Whether a text in one of the checked languages says "you" outside quote marks, or, as a `statement`, anywhere. */
export function speaksToReader(text: string, language: string, statement: boolean): boolean {
  const own = statement ? text : text.replace(QUOTED, ' “” ');
  return SPOKEN_TO[language]?.test(own) ?? false;
}

/** Whether a sentence, or what follows a colon or dash in it, begins as an order does. `known` may begin so: names. */
export function ordersReader(text: string, language: string, known: ReadonlySet<string>): boolean {
  const pattern = ordersIn(language);
  return text
    .replace(/["“”„«»]/g, ' ')
    .split(/[.!?:;…]\s+|\s[–—-]\s|,\s+(?=\p{Lu})|[¡¿]/u)
    .map((part) => part.trim())
    .some((part) => {
      const first = /^[\p{L}'’]+/u.exec(part)?.[0];
      if (first === undefined || known.has(first.toLowerCase())) return false;
      if (pattern.test(part)) return true;
      return !NOT_ORDERS.test(part) && (ENDINGS[language]?.test(part) ?? false);
    });
}
