import type { Grammar } from '../grammar.ts';
import { verbTable } from './verbs.ts';
import { words } from './words.ts';

export const GERMAN: Grammar = {
  language: 'de',
  verb: verbTable(`
    say say sagte sagten sagt sagen gesagt
    explain say erklärte erklärten erklärt erläuterte erläutert
    add say ergänzte ergänzt fügte hinzugefügt
    emphasize say betonte betonten betont unterstrich bekräftigte bekräftigt
    tell say teilte teilten mitgeteilt berichtete berichteten berichtet erzählte erzählt
    ask say fragte fragt gefragt antwortete antwortet entgegnete erwiderte
    argue say meinte meint argumentierte behauptete behauptet kritisierte kritisiert monierte
    warn say warnte warnten warnt gewarnt mahnte mahnt forderte forderten fordert gefordert appellierte
    declare say verkündete verkündet äußerte äußert versicherte versichert versprach verspricht kündigte ankündigte räumte
    joke say scherzte scherzt witzelte rief ruft riefen schimpfte klagte klagt seufzte murmelte flüsterte
    concede say gestand gesteht bestätigte bestätigt resümierte bilanzierte fasste freute freut bedauerte lobte bekannte befand
    write write schrieb schrieben schreibt geschrieben twitterte
    call call nannte nannten nennt genannt bezeichnete bezeichnet sprach spricht gesprochen lobte
    think think glaubt hofft findet fand hoffte`),
  adverbs:
    words(`hat haben habe hatte hatten auch dann später zuvor bereits am montag dienstag mittwoch donnerstag freitag samstag sonntag
    heute gestern nun noch einmal weiter zudem außerdem sich ihm ihnen uns mir dir nicht mehr dagegen hingegen jedoch`),
  be: words('wurde wurden wird werden worden'),
  pronouns: words('er sie es ich wir man ihr'),
  breaks:
    words(`dass daß weil wenn ob als wie was warum wo während obwohl aber oder sondern denn doch nachdem bevor ist sind war waren wird
    wurde wurden werden hat haben hatte hatten kann können konnte muss müssen will wollen wollte soll sollen sollte nicht dem`),
  prepositions: words(
    'von vom aus in im bei beim für mit an am auf nach zu zum zur über unter gegen durch des der',
  ),
  fronted: words(
    'in im am nach vor bei zuvor dabei während seit auf für mit aus doch und aber zudem außerdem auch dann heute gestern',
  ),
  determiners: words(
    'der die das ein eine einer sein seine ihr ihre dieser diese viele einige mehrere alle',
  ),
  insertions: words('der die das ein eine wie so laut der’s aus von die deren dessen seit früher'),
  relatives: words('der die welcher welche'),
  conjunctions: words('und oder aber'),
  infinitive: 'zu',
  sources: [
    ['laut'],
    ['nach', 'angaben', 'von'],
    ['nach', 'angaben', 'des'],
    ['nach', 'angaben', 'der'],
    ['nach', 'worten', 'von'],
    ['zufolge'],
  ],
  quotedSources: [['so']],
  sayingNouns: words(
    'erklärung mitteilung aussage botschaft worte brief bericht rede antwort forderung parole slogan plakat',
  ),
  possessives: words('sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren'),
  from: words('von vom des der'),
};
