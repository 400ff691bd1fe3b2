const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Titles and connectives that are always followed by more of the sentence. */
export const NEVER_ENDS = set(`
  Mr Mrs Ms Mx Messrs Dr Prof Gen Col Lt Sgt Cpl Pvt Capt Cmdr Adm Maj Brig Rep Reps Sen Sens Gov Govs Rev Hon Pres
  Sec Supt Det Insp Spc Pfc Msgr Fr Ste Mt Ft Amb Atty Asst Assoc Dep Dir Vice-Adm Rt
  Sr.a Sra Srta Dra Lic Ing Gral Cnel Ud Uds Vd Excmo Ilmo Mons
  Hr Hrn Dipl Mag Bgm Abg Min.Präs Mme Mmes Mlle MM Mgr Sig Sig.ra Dott Dott.ssa Avv Geom Gen.le On Mev Dhr
  e.g i.e cf viz vs v.s approx est z.b d.h u.a s.o s.u o.ä i.d.r bzw ca vgl evtl ggf inkl zzgl sog gest geb
  p.ej p.e j.c av apr.j.-c c.-à-d ad.es t.c pl resp dott dott.ssa avv prof dr ing sr sra`);

/** Abbreviations that bind a number behind them and are plain words or ends otherwise. */
export const BEFORE_NUMBER =
  set(`no nos nr num núm nº n.º p pp vol fig ch chap sect art arts abs par para pos tel
  ext op cap pág págs kap ziff lit rev ver apt rm ste`);

/** Capitalised month and weekday abbreviations. */
export const MONTHS_SHORT =
  set(`Jan Feb Febr Mar Apr Jun Jul Aug Sep Sept Oct Okt Nov Dec Dez Mon Tue Tues Wed Thu
  Thur Thurs Fri Sat Sun Ene Abr Ago Dic janv févr juil avr déc`);

/** Abbreviations in the middle of a sentence as a rule, at its end now and then. */
export const SELDOM_ENDS = set(`
  Inc Corp Ltd Co Cos LLC Bros Jr Sr Esq St Ave Blvd Rd Hwy Dept Univ Assn Dist Gmbh Cie S.A etc usw usf ff al
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn
  Tex Va Vt Wash Wis Wyo Ont Que Pp EE.UU EEUU Ph.D M.D Ph D.C
  Mio Mrd Std Str Tel Art Abs Jh Jhd Mill mln mld min max sec hr hrs ft lb lbs oz sq mi km kg cm mm mph St.-Nr`);

/** Words before an ordinal written with a full stop ("am 3. Oktober", "der 2. Weltkrieg"). */
export const ORDINAL_LEAD =
  set(`der die das dem den des am vom zum im beim ab bis seit und oder zur kommenden
  vergangenen nächsten ersten mit von pro jeden jeder den. 1 2 3`);

/** Endings of host names: after a stop without a space they are no new sentence. */
export const TOP_LEVEL_DOMAINS =
  set(`com net org gov edu io tv co uk de fr es it eu info biz news me us ru ch at be
  nl app dev ai`);

/** Verbs that tell who spoke, right after closing marks ("…?” Said Smith"): the sentence goes on. */
export const SAYING_VERBS =
  set(`said says asked asks told added replied answered wrote tweeted noted stated
  dijo dijeron afirmó señaló añadió preguntó sagte sagten erklärte fragte ergänzte dit déclare affirme ajoute
  demande disse afferma aggiunge chiede`);

/** Capitalised words that begin sentences and almost never stand inside a name. */
export const ANY_STARTERS = set(`
  The A An This That These Those He She It They We You I His Her Its Their Our My In On At By For From With Without
  After Before During Since Until While When Where Why How What Who Which If As But And Or So Yet Not No There Here
  Then Now Also Although Though Because However Meanwhile Some Many Most Both Each Every All Another Other Such Only
  Even Just Still According Asked Earlier Later Last Next Under Over Between Among Despite It’s It's He’s He's She’s
  She's That’s That's There’s There's They’re They're We’re We're I’m I'm Don’t Don't
  Der Die Das Ein Eine Einer Er Sie Es Wir Ihr Im Am Auf Aus Bei Beim Mit Nach Von Vom Zu Zum Zur Für Gegen Über
  Unter Seit Wenn Weil Dass Ob Als Wie Wo Wer Was Aber Und Oder Doch Auch Nur Noch Dann Da Dabei Damit Dies Diese
  Dieser Dieses Nun Zuvor Laut Derzeit Mehr Bislang Zudem Außerdem
  El La Los Las Lo Un Una Unos Unas Él Ella Ellos Ellas Esto Esta Este Estos Estas Ese Esa En Con Por Para Sin Sobre
  Según Desde Hasta Tras Pero Y Si Cuando Como Donde Aunque Porque También Además No Su Sus Al Del
  Le Les Une Des Il Elle Ils Elles On Ce Cette Ces Cela Dans Avec Pour Par Sur Sous Mais Et Si Selon Depuis Après
  Avant Quand Comme Alors Ainsi Nous Vous Je
  Il Gli Lo Uno Una Lui Lei Loro Nel Nella Con Per Su Da Di Ma E Se Quando Come Dopo Prima Secondo Questo Questa Non
  O Os As Um Uma Ele Ela Eles Elas Em No Na Com Mas Mais Het De Een Hij Zij Ze Wij Op Maar En Van Voor Met`);
