import { message, text } from '../chat/message.ts';
import { DAY } from '../lib/clock.ts';
import { UserError } from '../lib/errors.ts';
import { addReport, countReports } from '../store/reports.ts';
import { storiesById } from '../store/stories.ts';
import { type Command, declare, neededNumber, words } from './declare.ts';

const LONGEST = 500;
/** Whoever sends more in a day tells nothing that can still be read. */
const MOST_OF_ONE = 20;

const report = declare({
  name: 'news report',
  summary: 'Tell whoever runs this Crier what is wrong with a story',
  example: '/news report #12 the quote is of somebody else',
  changes: () => true,
  isPersonal: true,
  options: {
    story: neededNumber('the number of a story (#12)', 'stories'),
    words: words('what is wrong with it'),
  },
  async run({ story: id, words: said }, context) {
    const [story] = await storiesById(context.db, context.tenant, [id]);
    if (!story) throw new UserError(`I hold no story #${id}. Its number stands under its card.`);
    const { person } = context.asker;
    const dayAgo = new Date(context.now.getTime() - DAY);
    if ((await countReports(context.db, person.id, dayAgo)) >= MOST_OF_ONE) {
      throw new UserError(
        `${MOST_OF_ONE} reports a day are the most from one person. They are kept; this one is not: please send it tomorrow.`,
      );
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
    return message([
      {
        kind: 'paragraph',
        runs: [
          text(
            `Thank you: report R-${reference} about story #${story.id} is kept for whoever runs this Crier.`,
          ),
          ...(said ? [] : [text(' Say what is wrong with it, if you like: ')]),
          ...(said ? [] : [{ kind: 'command' as const, text: `/news report #${story.id} …` }]),
        ],
      },
    ]);
  },
});

export const reportCommands: readonly Command[] = [report];
