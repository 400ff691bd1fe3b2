import type { Concept } from './concept.ts';

/** What readers are asked for by who wants their money or secrets. See `CONCEPTS` for the bars. */
export const ASKING: Readonly<Record<string, Concept>> = {
  password: {
    words: {
      en: 'password* passcode* pin | credential* login*',
      de: 'passwort* kennwort* geheimzahl* pin passcode*',
      es: 'contrasena* pin | clave*',
      fr: 'mot_de_passe mots_de_passe | code*',
      it: 'password* pin',
    },
  },
  clicking: {
    words: {
      en: 'click*',
      de: 'klick* geklickt* angeklickt*',
      es: 'clic clics clique* pinch* | pulsa*',
      fr: 'cliqu* clic clics',
      it: 'clicc* clic',
    },
  },
  linking: {
    words: {
      en: 'link links | linked linking connect* tie ties tied bond* relation* left joins joined',
      de: 'link links verlinkt*',
      es: 'enlace*',
      fr: 'lien liens',
      it: 'link | legam*',
    },
  },
  transfer: {
    words: {
      en: 'transfer* wire wired remit* | mov* send* sent pass* hand* switch* pay* paid bank* pull* turn* shift* convey*',
      de: 'uberweis* uberwies* transfer*',
      es: 'transfier* transfer* transfir*',
      fr: 'virement* virez transfer* | vire',
      it: 'bonific* trasfer*',
    },
  },
  download: {
    words: {
      en: 'download* install* | unload* discharg* dump* put fit* set',
      de: 'herunterlad* heruntergeladen* download* installier* lade~herunter laden~herunter',
      es: 'descarg* instal*',
      fr: 'telecharg* install*',
      it: 'scaric* instal*',
    },
  },
  ignoring: {
    words: {
      en: 'ignor* disregard* forget* forgot* | neglect* overlook* heed* unknown know* miss* dismiss* unaware memor* remember*',
      de: 'ignor* vergiss* vergess* vergass* missacht*',
      es: 'ignor* olvid*',
      fr: 'ignor* oubli*',
      it: 'ignor* dimentic*',
    },
  },
  payment: {
    words: {
      en: 'pay* paid | fee* cost* price* spend* spent fine* fined charg* wage* salar* reward* money settl* compensat* number* count* figure* toll cash refund* total* fund* earn* rate*',
      de: 'zahl zahle zahlen zahlt zahlte* gezahlt* bezahl* auszahl* zahlung*',
      es: 'paga pagan pagar* pago pagos pague* pagaron pagad*',
      fr: 'paye payer* payent payez paie paient paiera paiement* paya*',
      it: 'paga pagano pagare pagher* pagat* pagament*',
    },
  },
  account: {
    words: {
      en: 'account accounts | bank*',
      de: 'konto konten kontos bankkonto*',
      es: 'cuenta_bancaria cuenta_corriente su_cuenta la_cuenta_del_banco',
      fr: 'compte_bancaire le_compte',
      it: 'conto_corrente conto_bancario',
    },
  },
  voting: {
    words: {
      en: 'vot* elect* ballot* poll* | referend* choos* chose choice voice* option* agree* mood tune* right consent* approv* true correct match*',
      de: 'stimm* wahl wahlen wahlt wahlte* gewahlt* wahler* abstimm*',
      es: 'vote voten voto votos votar* votan votaron votacion* votante*',
      fr: 'vote votes voter votent votee votant* scrutin* | voix',
      it: 'vota votano voti voto votare votaron* votazion*',
    },
  },
  reader: {
    words: {
      en: 'reader* | user* viewer*',
      de: 'leser leserin* lesern leserschaft',
      es: 'lector lectores lectora*',
      fr: 'lecteur* lectrice*',
      it: 'lettore lettori lettric*',
    },
  },
  instructions: {
    words: {
      en: 'instruct* prompt* | rule* guid* order* direct* educat* teach* taught lesson* train* magistrat* judg* investigat* court*',
      de: 'anweisung* instruktion* prompt*',
      es: 'instrucc* | regl* indicac*',
      fr: 'instruct* consigne* | regle*',
      it: 'istruzion* | regol*',
    },
  },
  bargain: {
    words: {
      en: 'discount* bargain* cheap* sale sales gratis bitcoin* crypto* subscri* | free* offer* deal* bid* favo* low* fewer charge* price* voucher* propos* suppl* cost* reduc* affordab*',
      de: 'rabatt* gunstig* gratis kostenlos* schnappchen* bitcoin* krypto* abonn*',
      es: 'descuento* gratis gratuit* ganga* bitcoin* cripto* suscri* | ofert* barat*',
      fr: 'rabais gratuit* soldes promo promotion* bitcoin* crypto* abonn* | bon_marche',
      it: 'sconto sconti gratis gratuit* bitcoin* cripto* abbon* | offert*',
    },
  },
};
