import { command, message, text } from '../chat/message.ts';
import { DAY } from '../lib/clock.ts';
import { addReport, countReports } from '../store/reports.ts';
import { storiesById } from '../store/stories.ts';
import { type Command, declare, neededNumber, words } from './declare.ts';
import { Slip } from './slip.ts';
import { textsIn } from './texts/index.ts';

const LONGEST = 500;
/** Whoever sends more in a day tells nothing that can still be read. */
const MOST_OF_ONE = 20;

const report = declare({
  name: 'news report',
  example: '/news report #12 the quote is of somebody else',
  changes: () => true,
  isPersonal: true,
  options: {
    story: neededNumber('storyNumber', 'stories'),
    words: words('report'),
  },
  async run({ story: id, words: said }, context) {
    const [story] = await storiesById(context.db, context.tenant, [id]);
    if (!story) throw new Slip((texts) => texts.story.unknown(id));
    const { person } = context.asker;
    const dayAgo = new Date(context.now.getTime() - DAY);
    if ((await countReports(context.db, person.id, dayAgo)) >= MOST_OF_ONE) {
      throw new Slip((texts) => texts.report.most(MOST_OF_ONE));
    }
    const reference = await addReport(context.db, context.tenant, {
      at: context.now,
      story: story.id,
      version: story.version,
      words: said?.trim().slice(0, LONGEST) || null,
      person: person.id,
    });
    context.log.warn('story reported', {
      report: reference,
      story: story.id,
      version: story.version,
    });
    const { report: told } = textsIn(context.language);
    return message([
      {
        kind: 'paragraph',
        runs: [
          text(told.kept(reference, story.id)),
          ...(said ? [] : told.sayMore(command(`/news report #${story.id} …`))),
        ],
      },
    ]);
  },
});

export const reportCommands: readonly Command[] = [report];
