import type { Concept } from './concept.ts';

/** Death, harm and what courts and offices do to people. See `CONCEPTS` for the bars. */
export const GRAVE: Readonly<Record<string, Concept>> = {
  death: {
    grave: true,
    words: {
      en: 'die dies died dying dead death* deadly kill* fatal* deceased perish* slain drown* lethal | toll lives murder* assassinat* homicide* body bodies suicide* funeral* execut* | life victim* mortal* casualt* claimed',
      de: 'starb* sterb* stirbt gestorben* verstorben* verstarb* tod tode todes* tot tote toten toter totes getotet* totet* todlich* umgekommen* ums_leben ertrunken* ertrank* | opfer* leben* ermord* mord* leiche* beerdig* hingericht*',
      es: 'muere* mueren murio murieron morir* muert* muriendo fallec* mato mataron matar* matado* matan mortal* perecier* perecio ahogad* | vida* asesin* homicid* victima* cadaver*',
      fr: 'mort morts morte mortes mourir* meurt meurent mourut moururent deces decede* tue tues tuee tuees tuer* tuent tuant mortel* peri noye* | vie* victime* assassin* meurtr* cadavre*',
      it: 'morto morti morta morte muore muoiono mori morirono morire ucci* decedut* annegat* mortal* | vita vite vittim* assassin* omicid*',
    },
  },
  murder: {
    grave: true,
    words: {
      en: 'murder* assassinat* homicid* manslaughter slay* slain',
      de: 'mord morde* mordes morder* ermord* mordanschl* totschlag*',
      es: 'asesin* homicid*',
      fr: 'meurtr* assassin* homicid*',
      it: 'assassin* omicid*',
    },
  },
  hurt: {
    grave: true,
    words: {
      en: 'hurt hurts hurting injur* wound* maim* | harm* casualt* bruis* | violat* breach* burn* damag*',
      de: 'verletz* verwund* | schad* geschadigt* verstoss* weh leid*',
      es: 'herid* lesion* hirio hirieron | dano* danad* perjud*',
      fr: 'bless* | dommage* atteint* souffr*',
      it: 'ferit* ferirono lesion* | dann*',
    },
  },
  unhurt: {
    grave: true,
    words: {
      en: 'unhurt uninjured unharmed unscathed | safe* well alive escap* sound intact undamaged',
      de: 'unverletzt* unversehrt* unbeschadet* | sicher* wohlbehalten* wohlauf heil intakt*',
      es: 'iles* indemne* | salv* sano* sana* intact* seguro*',
      fr: 'indemne* | sain* sauf* sauve* securite intact*',
      it: 'illes* incolum* | salv* sano* intatt*',
    },
  },
  arrest: {
    grave: true,
    words: {
      en: 'arrest* detain* detention* custody | captur* seiz* held caught jail* imprison* | stop* halt* ceas* pause*',
      de: 'verhaft* festnahm* festgenommen* festzunehmen nahm~fest nahmen~fest nimmt~fest inhaft* gewahrsam* | gefangen* haft*',
      es: 'arrest* deten* detuv* detien* apres* | parar* paro paraliz*',
      fr: 'arret* interpell* ecrou* | garde_a_vue',
      it: 'arrest* fermat*',
    },
  },
  accusation: {
    grave: true,
    words: {
      en: 'accus* charg* indict* prosecut* | blam* alleg* suspect* sue sued suing lawsuit* complain* criticis* criticiz* | claim* said fault* price* fee* cost* load* pay*',
      de: 'angeklagt* anklag* beschuldig* bezichtig* | klag* verklagt* vorw* warf* wirft* beschwer* soll sollen verdacht* kost* verlang* gebuhr*',
      es: 'acus* imput* proces* inculp* | denunci* demand* culp* critic* cobr* carg*',
      fr: 'accus* inculp* | reproch* denonc* plainte* poursui* charg* mis_en_examen mise_en_examen critiq*',
      it: 'accus* incrimin* imputat* | denunc* critic* processo',
    },
  },
  conviction: {
    grave: true,
    words: {
      en: 'convict* guilty sentenced condemn* | jail* sentence* found | prison* blam* fault*',
      de: 'verurteil* schuldig* | schuld* strafe* haftstrafe*',
      es: 'conden* culpable* | sentenci* culp*',
      fr: 'condamn* coupable* | peine*',
      it: 'condann* colpevol* | pena',
    },
  },
  jail: {
    grave: true,
    words: {
      en: 'jail* imprison* prison* | bars custody detain* detention* sentenc* cell*',
      de: 'gefangnis* inhaft* haftstraf* freiheitsstraf* eingesperrt* | haft*',
      es: 'carcel* prision* encarcel* preso*',
      fr: 'prison* emprison* incarcer*',
      it: 'carcer* prigion* incarcer*',
    },
  },
  resignation: {
    grave: true,
    words: {
      en: 'resign* step_down steps_down stepped_down stepping_down quit quits quitting | leav* left retir* depart* aside',
      de: 'rucktritt* zuruckgetreten* zuruckzutreten zurucktr* trat~zuruck traten~zuruck tritt~zuruck treten~zuruck | kundig* verlass* verliess* abgang',
      es: 'dimit* dimisi* renunci* | deja* dejo',
      fr: 'demission* | quitt* depart*',
      it: 'dimett* dimission* dimess* | lasci*',
    },
  },
  dismissal: {
    grave: true,
    words: {
      en: 'sack sacked sacks sacking fired dismiss* oust* layoff* laid_off lays_off lay_off redundan* | remov* depos* | cut cuts reject* fire',
      de: 'entlass* entliess* gefeuert* abgesetzt* rausgeworfen* | abgewies* wies* absetz* entfern*',
      es: 'desped* despid* destitu* cesado cesada | ceso desestim* rechaz*',
      fr: 'licenci* limog* destitu* vire viree vires | renvoy* rejet* revoqu*',
      it: 'licenzi* destitu* rimoss* | respin*',
    },
  },
  bomb: {
    grave: true,
    words: {
      en: 'bomb* | shell* missile* grenade* | explos* explod* blast*',
      de: 'bombe* bombard* bombenan* gebombt* | explos* explod* spreng* beschoss* beschuss*',
      es: 'bomba bombas bombard* | explos* explot*',
      fr: 'bombe bombes bombard* | explos*',
      it: 'bomba bombe bombard* | esplos* esplod*',
    },
  },
  terror: {
    grave: true,
    words: {
      en: 'terror* | | fear* attack* horr*',
      de: 'terror*',
      es: 'terror* | miedo*',
      fr: 'terror* | terreur* peur*',
      it: 'terror*',
    },
  },
  shooting: {
    grave: true,
    words: {
      en: 'shoot* shot* gun guns gunm* gunfire firearm* opened_fire | fired weapon* | soar* surg* shell* rocket* film* photograph* pull* drawn goal* kick*',
      de: 'schuss schusse schussen schoss schossen schiess* erschoss* erschiess* geschossen* angeschossen* beschoss* | waffe* gewehr*',
      es: 'disparo disparos disparan dispararon disparar disparado disparada tirote* balea* | arma* tiro* fusil*',
      fr: 'tir tirs tireur* fusill* coup_de_feu coups_de_feu abattu* | arme* tire*',
      it: 'sparo spari sparat* sparare spararono | arma armi tiro tiri',
    },
  },
  attack: {
    grave: true,
    words: {
      en: 'attack* assault* ambush* raid* invad* invasion* | storm* assail* offensive* terror* target* intrusion* intrud* bomb* hack* rob* shot struck | strike* hit hits critici*',
      de: 'angriff* angegriffen* angreif* griff~an griffen~an greift~an greifen~an attack* attentat* anschlag* uberfall* uberfiel* invasion* | hinterhalt* razzia* stiess* kritisier*',
      es: 'ataque* atac* atentado* asalt* agredi* agresi* invad* invasi* emboscad* | redada* critic*',
      fr: 'attaq* attentat* agress* assaut* envah* invasion* embuscade* | raid* critiq*',
      it: 'attacc* attentat* aggress* aggred* assalt* invad* invasion* agguat* | critic* raid*',
    },
  },
};
