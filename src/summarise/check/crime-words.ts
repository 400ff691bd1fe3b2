import type { Concept } from './concept.ts';

/** Crimes, war and ruin. See `CONCEPTS` for the bars. */
export const CRIMES: Readonly<Record<string, Concept>> = {
  corruption: {
    grave: true,
    words: {
      en: 'corrupt* brib* | graft embezzl*',
      de: 'korrupt* bestech* bestochen* schmiergeld*',
      es: 'corrup* corromp* soborn*',
      fr: 'corrup* corromp* pot_de_vin pots_de_vin',
      it: 'corrott* corruz* tangent*',
    },
  },
  fraud: {
    grave: true,
    words: {
      en: 'fraud* swindl* scam* | embezzl* decei* decept* rigg* cheat* | manipul* amount* came was were',
      de: 'betruger* betrugs* betrogen* betrugerisch* | betrug* untreu* falsch* manipul*',
      es: 'fraud* estaf* | engan* manipul*',
      fr: 'fraud* escroq* | tromp* triche* manipul*',
      it: 'frod* truff* | ingann* manipol*',
    },
  },
  rape: {
    grave: true,
    words: {
      en: 'rape raped rapes rapist* raping | | sexual* violat* breach* broke',
      de: 'vergewaltig* | sexuell*',
      es: 'violo violada violadas violador* violacion* | sexual*',
      fr: 'viol viols viole violee violees violer violeur* | sexuel*',
      it: 'stupr* | sessual*',
    },
  },
  abuse: {
    grave: true,
    words: {
      en: 'abus* molest* | mistreat* misus* | insult* ill',
      de: 'missbrauch* misshand* | beschimpf*',
      es: 'abus* maltrat* | insult*',
      fr: 'abus abuse abusee* abuser* abusi* maltrait* | insult*',
      it: 'abus* maltratt* | insult*',
    },
  },
  bankruptcy: {
    grave: true,
    words: {
      en: 'bankrupt* insolven* | collaps* administration* administrator* liquidat* receiver* creditor* | broke fail* fold*',
      de: 'bankrott* insolven* pleite* konkurs*',
      es: 'bancarrota* quiebra* quebro insolven* | concurso fracas*',
      fr: 'faillite* insolvab* banqueroute* | liquidation* redressement',
      it: 'falliment* bancarotta insolven* | fallit*',
    },
  },
  war: {
    grave: true,
    words: {
      en: 'war wars warfare wartime',
      de: 'krieg*',
      es: 'guerra*',
      fr: 'guerre*',
      it: 'guerra guerre',
    },
  },
  peace: {
    kept: true,
    words: {
      en: 'peace* ceasefire* truce* | pacific cease quiet* calm*',
      de: 'frieden* friedlich* waffenstillstand* waffenruhe* | ruhig*',
      es: 'paz pacific* tregua* alto_el_fuego',
      fr: 'paix pacif* treve* cessez | calme*',
      it: 'pace pacif* tregua* | cessate',
    },
  },
  kidnapping: {
    grave: true,
    words: {
      en: 'kidnap* abduct* hostage* | hijack* | remov* lift* seiz*',
      de: 'entfuhr* geisel*',
      es: 'secuestr* rehen* | incaut*',
      fr: 'kidnapp* otage* | enlev*',
      it: 'rapit* rapiment* ostagg* | sequestr*',
    },
  },
  theft: {
    grave: true,
    words: {
      en: 'steal* stole stolen theft* thief thieves rob robbed robber* robbing loot* burgl* plunder* | taken took copied | flight* fly flies flew flown sack*',
      de: 'gestohlen* stahlen stehl* stiehlt dieb* raub* geraubt* beraub* geplundert* plunder* einbrecher* | einbruch* stahl entwend*',
      es: 'robo robos roban robar* robad* robaron hurto* ladron* saque* | sustra*',
      fr: 'vol vole volee* voles voler voleur* derob* pill* | larcin*',
      it: 'rubat* rubare rubo furt* ladr* rapin* saccheg*',
    },
  },
  explosion: {
    grave: true,
    words: {
      en: 'explod* explos* blast* detonat* blew_up blown_up | bomb* erupt* burst* | operat* exploit* run*',
      de: 'explod* explos* detonat* detonier* gesprengt* sprengt*',
      es: 'explot* explos* estall* deton*',
      fr: 'explos* deton* | eclat*',
      it: 'esplos* esplod* | scoppi*',
    },
  },
  poison: {
    grave: true,
    words: {
      en: 'poison* toxic* | venom*',
      de: 'gift* vergift*',
      es: 'venen* enven* | toxic* intoxic*',
      fr: 'poison* empoison* | toxi* intox*',
      it: 'velen* avvelen* | tossi* intossi*',
    },
  },
  torture: {
    grave: true,
    words: { en: 'tortur*', de: 'folter* gefoltert*', es: 'tortur*', fr: 'tortur*', it: 'tortur*' },
  },
  suicide: {
    grave: true,
    words: {
      en: 'suicid* | | himself herself',
      de: 'suizid* selbstmord* selbsttot* | sich',
      es: 'suicid*',
      fr: 'suicid*',
      it: 'suicid*',
    },
  },
  racism: {
    grave: true,
    words: {
      en: 'racis* nazi* fascis* antisemit*',
      de: 'rassis* nazi* faschis* antisemit*',
      es: 'racis* nazi* fascis* antisemit*',
      fr: 'racis* nazi* fascis* antisemit*',
      it: 'razzis* nazi nazis* fascis* antisemit*',
    },
  },
  lie: {
    grave: true,
    words: {
      en: 'lied liar* | lying false untrue mislead* misled | lie lies cheat* fals*',
      de: 'gelogen* luge lugen lugt lugner* | log falsch* unwahr*',
      es: 'mintio mintieron mentir* mient* | fals*',
      fr: 'mentir menti mentait menteur* mensong* | faux fauss*',
      it: 'mentito mentire mentiva bugia bugie bugiard* | fals*',
    },
  },
  illegality: {
    grave: true,
    words: {
      en: 'illegal* unlawful* criminal* crime crimes | offence* offense* law court* convict* prohibit* bann* police felon* misdemean* violat* | unauthori* gang*',
      de: 'illegal* rechtswidrig* gesetzwidrig* verbrech* krimin* straftat* | gesetz* unerlaubt* strafrecht* strafbar* ermittl* verboten*',
      es: 'ilegal* ilicit* crimen* crimin* delito* delinc* | ley penal*',
      fr: 'illegal* illicit* crime* crimin* delit* delinq* | loi penal*',
      it: 'illegal* illecit* crimin* crimin* reato reati delitt* | legge penal*',
    },
  },
  drunkenness: {
    grave: true,
    words: {
      en: 'drunk drunken drunkard* intoxicat* | alcohol* drank drink*',
      de: 'betrunken* besoffen* alkoholisiert* | alkohol*',
      es: 'borrach* ebri* | alcohol*',
      fr: 'ivre ivres ivresse saoul* | alcool*',
      it: 'ubriac* | alcol*',
    },
  },
};
