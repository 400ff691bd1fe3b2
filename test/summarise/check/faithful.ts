/** Sentences of the kind the sample newsroom tells, each translated as a careful translator would. */
export const FAITHFUL: readonly {
  readonly en: string;
  readonly de: string;
  readonly es: string;
  readonly fr: string;
}[] = [
  {
    en: 'Alderland central bank lowers interest rate to 4.00%',
    de: 'Zentralbank von Alderland senkt den Leitzins auf 4,00 %',
    es: 'El banco central de Alderland baja el tipo de interés al 4,00 %',
    fr: 'La banque centrale d’Alderland abaisse son taux d’intérêt à 4,00 %',
  },
  {
    en: 'The three who voted against cited rents, which are rising by 6% a year.',
    de: 'Die drei, die dagegen stimmten, verwiesen auf die Mieten, die um 6 % im Jahr steigen.',
    es: 'Los tres que votaron en contra citaron los alquileres, que suben un 6 % al año.',
    fr: 'Les trois qui ont voté contre ont évoqué les loyers, qui augmentent de 6 % par an.',
  },
  {
    en: 'Unions accused the management of Corvid Air of having sold tickets until the last hour.',
    de: 'Die Gewerkschaften beschuldigten die Leitung von Corvid Air, bis zur letzten Stunde Tickets verkauft zu haben.',
    es: 'Los sindicatos acusaron a la dirección de Corvid Air de haber vendido billetes hasta la última hora.',
    fr: 'Les syndicats ont accusé la direction de Corvid Air d’avoir vendu des billets jusqu’à la dernière heure.',
  },
  {
    en: 'An earthquake of magnitude 5.6 shook the Korvik Islands, damaging a harbour and injuring nine people.',
    de: 'Ein Erdbeben der Stärke 5,6 erschütterte die Korvik Islands, beschädigte einen Hafen und verletzte neun Menschen.',
    es: 'Un terremoto de magnitud 5,6 sacudió las Korvik Islands, dañó un puerto e hirió a nueve personas.',
    fr: 'Un séisme de magnitude 5,6 a secoué les Korvik Islands, endommagé un port et blessé neuf personnes.',
  },
  {
    en: 'The low-cost airline Corvid Air ceased operations, leaving about 21,000 travellers stranded abroad.',
    de: 'Die Billigfluglinie Corvid Air hat den Betrieb eingestellt; etwa 21.000 Reisende sitzen im Ausland fest.',
    es: 'La aerolínea de bajo coste Corvid Air cesó sus operaciones y dejó a unos 21.000 viajeros varados en el extranjero.',
    fr: 'La compagnie à bas prix Corvid Air a cessé ses activités, laissant environ 21 000 voyageurs bloqués à l’étranger.',
  },
  {
    en: 'Police found the stolen painting unharmed in a locker, a spokesman said.',
    de: 'Die Polizei fand das gestohlene Gemälde unversehrt in einem Schließfach, sagte ein Sprecher.',
    es: 'La policía encontró el cuadro robado intacto en una taquilla, dijo un portavoz.',
    fr: 'La police a retrouvé le tableau volé intact dans un casier, a déclaré un porte-parole.',
  },
  {
    en: 'Dorota Venn beat Ilan Marek by 31,200 votes, the election commission said.',
    de: 'Dorota Venn schlug Ilan Marek mit 31.200 Stimmen Vorsprung, teilte die Wahlkommission mit.',
    es: 'Dorota Venn venció a Ilan Marek por 31.200 votos, según dijo la comisión electoral.',
    fr: 'Dorota Venn a battu Ilan Marek de 31 200 voix, a déclaré la commission électorale.',
  },
  {
    en: 'Ilan Marek did not resign, but Rupert Nayland was dismissed.',
    de: 'Ilan Marek trat nicht zurück, aber Rupert Nayland wurde entlassen.',
    es: 'Ilan Marek no dimitió, pero Rupert Nayland fue destituido.',
    fr: 'Ilan Marek n’a pas démissionné, mais Rupert Nayland a été limogé.',
  },
  {
    en: 'Two people died and 14 were hurt when a storm hit Port Lorne.',
    de: 'Zwei Menschen starben und 14 wurden verletzt, als ein Sturm Port Lorne traf.',
    es: 'Dos personas murieron y 14 resultaron heridas cuando una tormenta azotó Port Lorne.',
    fr: 'Deux personnes sont mortes et 14 ont été blessées lorsqu’une tempête a frappé Port Lorne.',
  },
  {
    en: 'Passwords and card details were not touched, Parcelo said.',
    de: 'Passwörter und Kartendaten waren nicht betroffen, sagte Parcelo.',
    es: 'Las contraseñas y los datos de las tarjetas no se vieron afectados, dijo Parcelo.',
    fr: 'Les mots de passe et les données des cartes n’ont pas été touchés, a déclaré Parcelo.',
  },
  {
    en: 'Hundreds of passengers waited for hours, and the airline denied that it had sold too many tickets.',
    de: 'Hunderte Passagiere warteten stundenlang, und die Fluglinie bestritt, zu viele Tickets verkauft zu haben.',
    es: 'Cientos de pasajeros esperaron durante horas, y la aerolínea negó haber vendido demasiados billetes.',
    fr: 'Des centaines de passagers ont attendu des heures, et la compagnie a nié avoir vendu trop de billets.',
  },
  {
    en: 'The port authority closed the northern pier and will reopen it next week.',
    de: 'Die Hafenbehörde hat den nördlichen Pier geschlossen und wird ihn nächste Woche wieder öffnen.',
    es: 'La autoridad portuaria cerró el muelle norte y lo reabrirá la próxima semana.',
    fr: 'L’autorité portuaire a fermé la jetée nord et la rouvrira la semaine prochaine.',
  },
  {
    en: 'Parcelo bought two smaller firms last year and sold its ferry business.',
    de: 'Parcelo kaufte im vergangenen Jahr zwei kleinere Firmen und verkaufte sein Fährgeschäft.',
    es: 'Parcelo compró dos empresas más pequeñas el año pasado y vendió su negocio de transbordadores.',
    fr: 'Parcelo a acheté deux petites entreprises l’an dernier et vendu son activité de ferries.',
  },
  {
    en: 'A court in Kelmouth sentenced the former driver to four years in prison for fraud.',
    de: 'Ein Gericht in Kelmouth verurteilte den früheren Fahrer wegen Betrugs zu vier Jahren Gefängnis.',
    es: 'Un tribunal de Kelmouth condenó al antiguo conductor a cuatro años de prisión por fraude.',
    fr: 'Un tribunal de Kelmouth a condamné l’ancien chauffeur à quatre ans de prison pour fraude.',
  },
  {
    en: 'The crews rejected the offer and will stop work on the ferries for nine days.',
    de: 'Die Besatzungen lehnten das Angebot ab und werden die Arbeit auf den Fähren neun Tage lang niederlegen.',
    es: 'Las tripulaciones rechazaron la oferta y pararán el trabajo en los transbordadores durante nueve días.',
    fr: 'Les équipages ont rejeté l’offre et arrêteront le travail sur les ferries pendant neuf jours.',
  },
  {
    en: 'Shares in Nerida Therapeutics rose by 22%, and those of its rival fell by half.',
    de: 'Die Aktien von Nerida Therapeutics stiegen um 22 %, und die des Konkurrenten fielen um die Hälfte.',
    es: 'Las acciones de Nerida Therapeutics subieron un 22 % y las de su rival cayeron a la mitad.',
    fr: 'Les actions de Nerida Therapeutics ont augmenté de 22 % et celles de sa rivale ont chuté de moitié.',
  },
];

/** What somebody says, with a translation to stand beside it. */
export const SAID: readonly (readonly [string, string, string])[] = [
  [
    'The smoke is unpleasant but it is fish and cardboard, nothing worse',
    'de',
    'Der Rauch ist unangenehm, aber es ist Fisch und Pappe, nichts Schlimmeres',
  ],
  [
    'Our offer is fair, it is funded and it is still on the table',
    'es',
    'Nuestra oferta es justa, está financiada y sigue sobre la mesa',
  ],
  [
    'We won’t pay, and we won’t pretend this didn’t happen',
    'fr',
    'Nous ne paierons pas, et nous ne ferons pas semblant que cela n’est pas arrivé',
  ],
  [
    'You should have told us that the tunnel was not safe',
    'de',
    'Sie hätten uns sagen müssen, dass der Tunnel nicht sicher war',
  ],
  [
    'The votes will still be there in the morning, and so will we',
    'es',
    'Los votos seguirán ahí por la mañana, y nosotros también',
  ],
];
