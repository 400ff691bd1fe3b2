const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words before a name that are no part of it; lower case, without final dots. */
export const TITLES =
  set(`mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness rev reverend father sister brother bishop
  archbishop cardinal pope rabbi imam sheikh president vice prime minister chancellor premier king queen prince princess
  sen sens senator senators rep reps representative congressman congresswoman gov govs governor mayor lt lieutenant secretary
  undersecretary deputy assistant attorney general gen brig brigadier maj major col colonel capt captain cmdr commander
  adm admiral sgt sergeant cpl officer detective sheriff chief justice judge ambassador envoy commissioner
  director chairman chairwoman chair chairperson speaker leader whip spokesman spokeswoman spokesperson executive ceo cfo coo
  founder co-founder editor editor-in-chief correspondent reporter anchor host coach manager strategist adviser advisor
  consultant pollster analyst economist historian author writer candidate nominee rival democrat republican
  democratic gop former ex-president then-president ex then defense defence foreign interior finance press pentagon kremlin
  house senate state treasury health education justice homeland national security communications campaign
  party majority minority super committee district county city police fire army navy force marine council
  alcalde alcaldesa concejal concejala maire député députée sindaco consigliere consigliera bürgermeister bürgermeisterin
  verkehrsminister verkehrsministerin finanzminister finanzministerin el la le il die der
  herr frau doktor präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin außenminister außenministerin
  innenminister innenministerin ministerpräsident ministerin sprecher sprecherin
  señor señora sr sra presidente presidenta ministro ministra don doña portavoz m mme mlle monsieur madame président présidente ministre
  signor signora premier ministra presidente onorevole us u.s uk eu un tv first co`);

/** Capital words that belong to places, bodies and outlets: a run that holds one is no person. */
export const NOT_PERSON =
  set(`house court news press party university college school street times post journal committee department county
  city state states union nations council commission agency bureau office institute foundation association club
  company corporation inc corp llc group bank fund network radio television channel magazine review herald tribune
  america american americans europe asia africa north south east west new los san las saint united white
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december international world global congress parliament senate assembly army navy
  police force department hospital church center centre airport hotel tower bridge river lake island islands valley
  republicans democrats conservatives liberals democratic republican caucus convention campaign super pac society
  league federation coalition alliance movement project initiative act law bill amendment constitution treaty deal
  twitter facebook cnn nbc abc cbs fox msnbc bbc reuters cspan politico league board authority ministry`);

/** Nouns of persons that can stand for a name: "the Kremlin spokesman". */
export const ROLE_NOUNS =
  set(`president vice-president minister premier chancellor king queen prince princess pope senator congressman
  congresswoman representative governor mayor secretary undersecretary general admiral colonel captain commander sergeant
  officer detective sheriff chief justice judge ambassador envoy commissioner director chairman chairwoman chair
  chairperson speaker leader whip spokesman spokeswoman spokesperson executive ceo founder editor correspondent reporter
  anchor host coach manager strategist adviser advisor consultant pollster analyst economist historian author writer
  candidate nominee front-runner frontrunner rival democrat republican lawmaker lawyer attorney prosecutor professor scientist researcher
  actor actress singer billionaire businessman businesswoman mogul magnate developer activist aide official operative
  diplomat delegate veteran doctor physician surgeon neurosurgeon priest pastor bishop rabbi imam teacher student farmer
  owner organizer organiser pundit columnist journalist commentator politician statesman socialist star comedian
  expert fellow scholar head boss deputy counsel investigator witness victim resident voter supporter mother father son daughter wife
  husband brother sister widow hotelier mogul treasurer nurse engineer pilot driver striker midfielder goalkeeper defender
  sprecher sprecherin präsident präsidentin minister ministerin kanzler kanzlerin chef chefin vorsitzende vorsitzender
  secretaria concejal concejala fiscal jefe jefa vocera vocero médico médica profesor profesora conseiller conseillère députée député avocat avocate
  professeur consigliere consigliera assessore deputato deputata bürgermeister bürgermeisterin professor professorin verkehrsminister
  verkehrsministerin innenminister innenministerin außenminister außenministerin finanzminister finanzministerin
  portavoz presidente presidenta ministro ministra alcalde alcaldesa director directora porte-parole président présidente ministre
  maire directeur directrice portavoce ministro ministra sindaco sindaca segretario segretaria`);

export const MALE_WORDS =
  set(`mr sir king prince duke lord congressman chairman spokesman businessman actor husband father son brother uncle
  grandfather businessman statesman priest pope monk man boy councilman assemblyman alderman herr señor monsieur signor sprecher präsident
  presidente portavoz minister kanzler ministro président alcalde sindaco widower patriarch sheikh imam fireman policeman`);

export const FEMALE_WORDS =
  set(`mrs ms miss madam queen princess duchess lady dame congresswoman chairwoman spokeswoman businesswoman
  actress wife mother daughter sister aunt grandmother nun woman girl councilwoman assemblywoman frau señora madame signora
  sprecherin präsidentin presidenta ministerin kanzlerin ministra présidente alcaldesa sindaca widow stateswoman
  policewoman`);

/** Common given names, for telling he from she and a person from a place. */
export const MALE_NAMES =
  set(`aaron abdul abdullah abraham adam adrian ahmed ahmad alan albert alejandro aleksandr alex alexander alexandre alexei
  alfred ali allan allen alvin ambrose amir anatoly anders andre andré andrea andreas andrei andres andrew andriy andy angus anthony antonio
  antony archie arnold art arthur ashton augustin austin barack barry bart basil ben benedict benjamin benny bernard bernie bert bill
  billy björn blake bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan byron calvin cameron carl carlo carlos
  cary casey cedric chad charles charlie chester chris christian christoph christopher chuck clarence clark claude claudio clay cliff
  clint clive cody colin connor conor corey cory craig curtis cyril dale damian damien dan daniel danny dario darrell darren dave david dean
  dennis denis derek derrick devin diego dieter dimitri dirk dmitri dmitry dmytro dominic dominique don donald doug douglas drew duncan dustin dwayne
  dwight dylan earl ed eddie edgar eduardo edward edwin eli elias elijah elliot elliott emil emiliano emmanuel enrique eric erich erik ernest ernesto
  ethan eugene evan fabian felix ferdinand fernando francesco francis francisco franco françois frank franklin franz fred frederick
  friedrich fritz gabriel gareth garrett gary gavin gene geoff geoffrey george georg georges gerald gerard gerhard gianni gilbert giles giorgio giovanni
  giuseppe glen glenn gordon graham grant greg gregg gregory guido guillaume guillermo günter gus gustavo guy hakan hank hans harold
  harry harvey hassan hector heinrich heinz helmut henri henry herbert herman hermann horst howard hubert hugh hugo hussein ian
  ibrahim ignacio igor ilya ira isaac ismail ivan jack jacob jacques jaime jake jakob james jamie jan janos jared jason javier jay
  jean jeb jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joachim joao joaquin joe joel joerg johan johann john johnny
  jon jonas jonathan jordan jörg jorge jose josé josef joseph josh joshua juan jude jules julian julien julio jürgen justin kai karim karl
  keith kellan ken kenneth kent kevin khalid kim klaus konrad kurt kyle lance larry lars lawrence lee len leo leon leonard leonid leonardo leroy leslie
  lester lev lewis liam lincoln lindsey lionel lloyd logan lorenzo lou louis luc luca lucas luigi luis luke lutz mahmoud malcolm manfred manuel marc
  marcel marco marcos marcus mario mark markus marshall martin marty marvin massimo mateo matt matteo matthew matthias maurice mauricio max
  maximilian mehmet michael michel miguel mike mikhail miles milton mitch mitchell mitt mohamed mohammad mohammed moritz morris moses muhammad
  mustafa nathan nathaniel neal ned neil nelson newt nicholas nick nicola nicolas nigel nikita nikolai nikolaus noah noel norbert norman oleg
  oleksandr oleksii oleksiy olaf oliver olivier omar orrin oscar oskar osama otto owen pablo paolo pascal pat patrick paul paulo pavel pedro percy pete
  peter petro phil philip philipp philippe phillip pierre pietro piotr quentin rafael rainer ralf ralph ramon rand randall randy
  raphael raul ray raymond recep reed reggie reince reinhard rené rex ricardo richard rick ricky rob robert roberto robin rod roderick rodney
  rodrigo roger roland rolf roman ron ronald rory ross roy rubén rudi rudolf rudy rufus rupert russ russell ryan salvador salvatore sam samuel
  santiago saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn sidney sigmar silvio simon spencer stan stanley stefan
  stephan stephen steve steven stewart stuart sven takashi tayyip ted terrence terry theodore thierry thomas tim timothy tobias todd
  tom tomas tommy tony travis trent trevor trey tyler udo ulrich umberto uwe vadim valentin vasily victor viktor vincent vincenzo vito
  vitaly vladimir volker volodymyr wade walter warren wayne werner wes wesley wilfried wilhelm will willem william willie winston wladimir wolf wolfgang
  woodrow woody xavier yannick yevgeny yuri yusuf yves zachary zack
  holger onno enno hinnerk hauke henning hinrich jochen jost karsten knut lasse malte nils niels ole olav ove per rasmus reiner rüdiger sören
  svend thorsten torben torsten ulf uwe veit wolfram gunnar halvor hjalmar leif magnus ragnar sigurd sindre trond bjarne eino juhani pekka timo
  gonzalo iñaki íñigo joaquín jordi nacho pau raúl ramón sergi xabi eusebio emilio julián benito savo ilan arkady anton milan zoran dragan goran
  petr pavle tomasz krzysztof andrzej marek wojciech janusz lech mateusz ahmet emre kemal mehdi reza hamid farid samir tariq rashid faisal salman
  narendra rahul rajesh sanjay vikram arjun anil sunil imran nawaz kofi kwame sipho thabo rory callum hamish fergus alasdair dougal wilf gerald
  albrecht carsten kev desmond reinhold gustav theo leopold benno klaas arne radek alistair ewan finlay graeme hilario hector declan cormac eamon
  rhys gethin emrys`);

export const FEMALE_NAMES =
  set(`abby abigail ada adele adriana agnes aisha alexandra alexis alice alicia alina alison allison alma alyssa amal amanda amber
  amélie amelia amina amy ana anastasia andrea angela angelina angelica anita anja ann anna annabel anne annegret annette annie antonia
  april ariana arianna ashley astrid audrey ava barbara beate beatrice beatriz becky belinda bella bernadette beth bethany betsy betty beverly
  bianca birgit bonnie brenda brianna bridget brigitte brooke camila camilla candace cara carla carly carmen carol carole carolina caroline
  carolyn carrie cassandra catherine cathy cecilia cécile cécilia celeste charlene charlotte chelsea cheryl chiara chloe christa christiane christina
  christine cindy claire clara claudia colette colleen connie constance consuelo cora corinna corinne courtney cristina cynthia daisy dana
  daniela danielle daphne dawn deborah debbie debra deirdre delia denise diana diane dolores donna dora doris dorothea dorothy edith eileen elaine elena
  eleanor eleonora elise elisabeth elizabeth ella ellen elsa emily emma erica erika erin ester estelle esther ethel eva eve evelyn faith fatima
  felicia fiona florence frances francesca françoise frauke frida gabriela gabriele gabrielle gail gayle gemma genevieve georgia georgina
  geraldine gerda gertrude giorgia gillian gina ginger gisela giulia gladys glenda gloria grace greta gretchen gwen hannah harriet hazel heather heidi helen
  helena helene helga hillary hilary holly hope ida ilse ines inge ingrid irene iris irina irma isabel isabella isabelle ivana ivanka ivy
  jackie jacqueline jan jana jane janet janice jasmine jean jeanette jeanne jen jenna jennifer jenny jessica jill jillian joan joanna joanne jocelyn
  jodi jody josefina josephine joy joyce juanita judith judy julia juliana julie juliet julieta june justine jutta kaitlyn karen karin karina karla
  kate katharina katherine kathleen kathryn kathy katie katja katrin katrina kay kayla kaya keiko kelly kellyanne kelsey kendra kerry kimberly kirsten kirstjen
  kristen kristin kristina kristine krystal lana lara laura lauren laurie lea leah leila lena leonor leslie lily linda lindsay lisa
  liz liza lois loretta lori lorraine louisa louise lucia lucinda lucy luisa lydia lynn mabel madeleine madeline mae maggie malala
  mandy manuela margaret margarita margot marguerite maria maría mariana marianne marie marilyn marina marine marion marisa marissa marjorie
  marlene marta martha martina mary maryam maureen maxine meg megan meghan melania melanie melinda melissa meredith mia michaela michele michelle
  mildred miranda miriam moira molly mona monica monika muriel myra nadia nadine nancy naomi natalia natalie natasha nathalie nicole nikki nina nora
  norma odile olga olivia ophelia pamela pat patricia patty paula pauline peggy penelope penny petra philippa phyllis pilar priscilla priti rachel
  raquel rebecca regina renate renee rhonda rita roberta robin rosa rosalind rose rosemary roxanne ruth sabine sabrina sally samantha
  sandra sandy sara sarah sasha saskia selena selma serena shannon sharon sheila shelby shelley shelly sherry shirley silke silvia simone sofia
  sonia sonja sophia sophie stacey stacy stella stephanie sue susan susana susanne suzanne svetlana sybil sylvia tamara tammy tania tanya tara
  tatiana teresa terri thelma theresa therese tiffany tina tracey tracy trudy ursula ute valentina valerie vanessa vera verena veronica
  veronika vicki vicky victoria viktoria viola violet virginia vivian wanda wendy whitney wilma winifred xenia yolanda yulia yvette yvonne zoe
  swantje henrike delphine wiebke antje frauke gesa grit hedwig heike imke inka insa jule kerstin maren maike meike mareike nele silja solveig
  sunniva svenja tomke ulla ulrike uta wibke astrid bodil dagny gro gudrun hanne helle liv marit mette ragnhild signe sigrid siri tuva turid
  beatriz encarna inés lucía mireia montserrat nuria paloma rocío soledad yolanda begoña lorena marguerite amélie aurélie bérénice chantal colette
  élise élodie geneviève hélène léa maëlle mathilde océane sylvie véronique chiara donatella federica giovanna lucrezia ornella raffaella
  agnieszka dorota ewa jadwiga katarzyna magdalena małgorzata olena oksana ludmila irena milena vesna aylin elif fatma leyla zeynep fatemeh
  noor priya anjali indira sushma amina ngozi thandi ailsa moira morag shona isla fiona mhairi bronwen carys imogen pippa rowena
  tess tessa tamsin birte amparo oona ottilie marit beatrix livia bryony orla niamh siobhan aoife eilidh catriona anwen gwyneth cerys sunniva
  elvira nerea dolores gesa`);

/** Parts of names that are written small: Ursula von der Leyen, Luiz Inácio Lula da Silva. */
export const PARTICLES = set(
  'de da del della di do dos du van von der den la le el al bin ibn ben abu ter ten y zu',
);

/** Countries, for "President Alexander of Belarus Lukashenko" and "the Belarusian president". */
export const COUNTRIES =
  set(`afghanistan albania algeria argentina armenia australia austria azerbaijan belarus belgium bolivia bosnia brazil bulgaria
  canada chile china colombia croatia cuba cyprus czechia denmark ecuador egypt estonia ethiopia finland france georgia germany ghana
  greece hungary iceland india indonesia iran iraq ireland israel italy japan jordan kazakhstan kenya kosovo kuwait latvia lebanon
  libya lithuania luxembourg macedonia malaysia mali malta mexico moldova montenegro morocco netherlands nicaragua niger nigeria norway
  pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda serbia singapore slovakia
  slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey türkiye uganda ukraine
  uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe britain england scotland wales`);
