import type { Concept } from './concept.ts';

/** Things that have an opposite. See `CONCEPTS` for the bars. */
export const SIDES: Readonly<Record<string, Concept>> = {
  up: {
    words: {
      en: 'rais* rise* rising rose increas* grow* grew lift* climb* hik* jump* soar* surg* higher gain* | up more add* boost* build* tak* mov* better high advanc* collect* abroad',
      de: 'erhoh* steig* stieg* gestieg* angestieg* anstieg* anheb* angehob* hob~an heraufg* wachs* wuchs* gewachsen* zunahm* zugenommen* zugelegt* | hoch hoher* mehr bestieg*',
      es: 'sube suben subio subieron subir* subid* aument* increment* elev* crec* alza* | mas mayor* alt*',
      fr: 'augment* hauss* relev* accroi* accru* croiss* grimp* | plus monte* eleve* haut*',
      it: 'aument* rialz* alzat* alza cresc* cresciut* | sale salit* piu alt*',
    },
  },
  down: {
    words: {
      en: 'lower* cut cuts cutting reduc* fell fall falls falling fallen drop* declin* decreas* slash* shrink* shrank shrunk sank sink* sunk plung* slump* lost | down less below low crash* cheap* cas* case* please*',
      de: 'senk* gesenkt* sank sanken sinkt sinken gesunken* verringer* reduzier* gekurzt* kurzung* kurzt* herabg* ruckgang* | fiel* fallen gefallen fallt weniger niedriger* tief* gering*',
      es: 'baja bajan bajo bajaron bajar* bajad* redujo redujeron reduc* reduz* recort* disminu* descen* descien* cayo cayeron caida* caen cae | menos menor*',
      fr: 'baiss* reduit* reduct* reduir* diminu* abaiss* chut* recul* | moins bas basse coupe*',
      it: 'abbass* ridu* ridott* ridus* calo calat* calano diminu* scend* sces* tagli* | meno bass*',
    },
  },
  buying: {
    stated: true,
    words: {
      en: 'buy* bought purchas* acquir* acquisition* | takeover* take* took',
      de: 'kauf* gekauft* ankauf* erwarb* erwirb* erwerb* erworb* ubernahm* ubernehm* ubernommen* | zukauf*',
      es: 'compr* adquir* adquier* adquisi*',
      fr: 'achet* achat* rachet* rachat* acqu* | repris* repren*',
      it: 'compr* acquist* acquis*',
    },
  },
  selling: {
    stated: true,
    words: {
      en: 'sell* sold sale sales | dispos* divest*',
      de: 'verkauf* verausser* | ausverkauf* absatz* umsatz*',
      es: 'vend* venta* | rebaja*',
      fr: 'vend* vente* | cede* cession* solde*',
      it: 'vend* cession* | ced*',
    },
  },
  winning: {
    words: {
      en: 'win wins won winning winner* victor* beat* defeat* triumph* | gain* earn* took take* success* champion* award* ahead top* struck strik* hit propos* profit* defeated',
      de: 'gewann* gewinn* gewonnen* sieg* besieg* schlug schlugen geschlagen* schlagt triumph* | vorschl* schlag* erfolg* durchsetz*',
      es: 'gana gano ganan ganaron ganar* ganad* ganando venc* victori* triunf* derrot* | exito*',
      fr: 'gagn* vainc* vainqu* victoire* remport* battu* bat battent triomph* | succes',
      it: 'vinc* vinse* vinto vinti vinta vitto* sconfi* battut* batte trionf* | successo',
    },
  },
  losing: {
    stated: true,
    words: {
      en: 'lose loses lost losing loser* loss* defeat* beaten beat* | miss* waste* forfeit* won win* fell fall* waning drop*',
      de: 'verlor* verlier* verlust* niederlage* unterlag* unterleg* geschlagen* schlug schlugen besieg*',
      es: 'perd* pierd* derrot* venc* | perder',
      fr: 'perd* perte* defait* battu* bat',
      it: 'perde* perdi* perso persi persa sconfi* battut*',
    },
  },
  opening: {
    words: {
      en: 'open* reopen* | inaugurat* start* launch* public* began begin* unlock* raised',
      de: 'offnet* offnen* eroffn* geoffnet* wiedereroffn* | offen* beginn* begann aufmach*',
      es: 'abre* abrir* abrio abrieron abiert* reabr* apertura* reapertura* | inaugur* inici*',
      fr: 'ouvre ouvrent ouvrir* ouvrira* ouvert* rouvr* reouv* | inaugur*',
      it: 'apre aprono aprire* apri apert* riapr* riapert* | inaugur*',
    },
  },
  closing: {
    words: {
      en: 'clos* shut* | block* seal* near* conclu* finish* end* lock* narrow* tight*',
      de: 'schliess* schloss* geschlossen* sperr* gesperrt* | nah* beschl* ausschl* abgeschl*',
      es: 'cierr* cerr* clausur* | cerca* cercan*',
      fr: 'ferm* fermet* | clo* proche* pres',
      it: 'chiu* chius* | vicin*',
    },
  },
  freeing: {
    stated: true,
    words: {
      en: 'freed frees releas* liberat* acquit* | free* publish* issu* clear* let go',
      de: 'freigelassen* freilass* freikam* liess~frei liessen~frei befrei* freigesproch* freispruch* | frei*',
      es: 'libera* liberad* absuel* absolv* excarcel* | libre*',
      fr: 'liber* relach* acquitt* | libre*',
      it: 'libera* rilasc* assol* scarcer* | liber*',
    },
  },
  accepting: {
    words: {
      en: 'accept* approv* agree* endors* back backs backed backing support* welcom* confirm* adopt* | pass* ratif* deal* accord* settle* vote* admit* recogni* consent* yes allow* grant* assum* took take*',
      de: 'angenommen* annehm* nahm~an nahmen~an akzept* zustimm* stimmt~zu stimmte~zu stimmten~zu zugestimmt* gebillig* billigen billigte* genehmig* begruss* unterstutz* bestatig* | einig* verabschied* annahm*',
      es: 'acept* aprob* aprueb* apoy* respald* confirm* | acord* acuerd* admit* asum*',
      fr: 'accept* approuv* approb* soutien* soutenu* confirm* adopt* | accord* appui*',
      it: 'accett* approv* sosten* sostegn* conferm* appogg* | accord*',
    },
  },
  rejecting: {
    words: {
      en: 'reject* refus* oppos* den* declin* condemn* critici* turn_down turned_down | dismiss* dispute* disput* against not no veto* object* protest* without resist* never',
      de: 'abgelehnt* ablehn* lehnt~ab lehnte~ab lehnten~ab zuruckgewies* zuruckweis* wies~zuruck wiesen~zuruck verweiger* weiger* bestreit* bestr* dementier* | nicht kein* gegen*',
      es: 'rechaz* niega* nego negar* negaron desmient* desminti* opone* opuso opus* | no contra',
      fr: 'rejet* refus* nie nient nier dement* oppos* | ne pas contre contest*',
      it: 'respin* rifiut* neg* smenti* oppo* | non contro contest*',
    },
  },
  starting: {
    words: {
      en: 'start* begin* began begun launch* resum* | open* set kick* first initiat* go went run* since early new restart* introduc* enter* from took take* commenc* fire* principle',
      de: 'begann* beginn* begonnen* startet* starten* gestartet* wiederaufg* | eroffn* anfang* seit',
      es: 'comenz* comienz* empez* empiez* inici* reanud* arranc* | lanz* princip*',
      fr: 'commenc* debut* demarr* lanc* repren* reprendr* | repris* depuis',
      it: 'cominci* inizi* avvi* | lanci* ripre* riprend*',
    },
  },
  ending: {
    words: {
      en: 'stop* end ends ended ending halt* suspend* cancel* ceas* | finish* clos* final* last* shut* complet* conclu* over until rest* interrupt* paus* arrest* strike* walk* off call* final* abandon* block* detain* prevent* elimin* finally eventually delet* remov* bring* settle* held prohibit* disrupt* curb* curtail* scrap* axe* pull* withdr* annul* revok* expir* paralys*',
      de: 'stoppt* gestoppt* beend* endet* ausgesetzt* aussetz* abgesagt* gestrichen* eingestellt* einstell* storniert* | ende* halt* anhalt* schluss* bis letzt* niederleg* niedergelegt* streich* abgebrochen*',
      es: 'cancel* suspend* suspens* detuv* termin* finaliz* acab* ceso cesar* cesan | fin final* par* interrump* ultim*',
      fr: 'annul* suspend* suspens* cess* interromp* arret* termin* | fin* dernier*',
      it: 'cancell* annull* sospe* interrott* interromp* cess* termin* | fine* fermat* ultim*',
    },
  },
  allowing: {
    words: {
      en: 'allow* permit* authoris* authoriz* legal* legaliz* | let lets approv* licen* enabl* may can could consent* leave grant* clear* able lawful* right* pass* go',
      de: 'erlaub* genehmig* zugelassen* zulass* legalisier* | darf durf* konn* lass* liess* recht*',
      es: 'permit* permis* autoriz* legaliz* | pued* pod* dej*',
      fr: 'permet* permis* autoris* legalis* | peu* pourr* laiss*',
      it: 'permett* permess* autorizz* consent* legalizz* | puo pot* lasci*',
    },
  },
  banning: {
    words: {
      en: 'ban bans banned banning bar bars barred forbid* forbad* prohibit* outlaw* | block* not no illegal* stop* restrict* exclud* prevent* rul* disallow* refus*',
      de: 'verbiet* verbot* untersag* | nicht kein* sperr* gesperrt* darf durf*',
      es: 'prohib* veda* vetad* | no impid*',
      fr: 'interdi* prohib* bann* | ne pas',
      it: 'vieta* viet* proib* bandi* | non',
    },
  },
};
