const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words between a subject and its verb. */
export const ADVERBS =
  set(`also later then has have had 's will would could did does do might may must should can not n't just once often never
  first again now even still both all each reportedly previously since already earlier frequently always ever recently
  only simply merely further soon yesterday today tonight sometimes instead thus therefore too quite rather finally
  monday tuesday wednesday thursday friday saturday sunday himself herself themselves itself famously flatly likewise
  have 've 'd 'll gently darkly wryly before`);

/** Forms of to be: before a participle they make a passive, before -ing a progressive. */
export const BE = set(`is was are were be been being am 's 're 'm get got gets getting`);

export const SUBJECT_PRONOUNS = set(`he she they i we it you who`);

/** Words at which a noun phrase read from right to left has begun. */
export const BREAKS =
  set(`that what how why when while where because although though if unless until whether as than but or nor so yet
  whom whose which who is was are were be been am has have had do does did will would could should may might must can
  not n't there then here also said says told tells asked added wrote writes made makes got gets took takes went goes came comes
  saw knew thought felt let lets left kept keeps put puts gave gives met meets won wins lost loses ran runs spent held
  began begins became becomes seemed seems tried tries stood sat told think thinks believe believes know knows want wants
  need needs say saying adding asking calling telling to however meanwhile still instead once after before since
  them him us me himself herself themselves`);

export const PREPOSITIONS =
  set(`of for from in at with on by about into over under against between among during through across
  near within without outside inside around behind beyond despite toward towards upon via per like amid alongside including
  to after before since until`);

/** Words that open a phrase in front of the subject ("In May, …", "When asked, …"). */
export const FRONTED =
  set(`in on at after before when while as during since with by for if although though because despite asked speaking
  however still meanwhile later earlier yesterday today now then also once until unless under from among amid through over
  within without across around like unlike instead indeed finally perhaps given according thus to against about
  recently previously sometimes eventually moreover furthermore besides likewise similarly nevertheless nonetheless but and so
  yet or plus pressed told confronted appearing responding referring addressing writing noting citing calling asked
  even only just both first second third last next minutes hours days weeks months years moments early late
  separately additionally where what how why whether that here there that’s of out up off aside apart back beyond near
  throughout upon via following because`);

export const DETERMINERS =
  set(`the a an this that these those his her its their our my your some any each every no another one two three
  several many most all both few other such`);

/** What an apposition or an insertion between two commas begins with. */
export const INSERTION_STARTS =
  set(`a an the who whose which where when while as of from in at with for on after before during speaking including
  like also one now then former known born himself herself standing sitting wearing holding citing referring noting
  appearing responding quoting speaking talking writing his her their its formerly currently perhaps however though
  meanwhile too according said both already still not by without despite among under again this that once jr. sr. jr sr ii iii
  later earlier previously himself himself who's who’s to if because along together whom`);

/** Nouns of things that speak: "a statement", "her message", "the banner". */
export const SAYING_NOUNS =
  set(`statement statements message claim claims remark remarks comment comments slogan slogans chant chants words word
  tweet tweets post posts email e-mail emails letter question warning call calls argument assertion line phrase promise pledge
  reference response answer speech motto headline sign signs banner t-shirt report article op-ed book memo ad video readout
  transcript release story column editorial essay note text description suggestion accusation declaration criticism
  characterization vow demand plea cry cries shout shouts mantra contention belief concern complaint rhetoric
  testimony admission refrain label term quip joke insult attack attacks definition view opinion hashtag shirt shirts
  placard placards caption poster posters label motto chorus proposal plan vision notion`);
