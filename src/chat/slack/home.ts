import type { types } from '@slack/bolt';
import type { Log } from '../../lib/log.ts';
import type { CommandShape } from '../command.ts';
import { type Block, command, type Message, message, text } from '../message.ts';
import type { ChatWords } from '../words.ts';
import { type Desk, knownAsker } from './desk.ts';
import { faultOf } from './failure.ts';
import type { Look } from './look.ts';
import { pack } from './pack.ts';
import { createQueue } from './queue.ts';
import { placedBlocks, SAMPLE } from './render.ts';
import type { Workspace } from './workspaces.ts';

/** The page that each member sees of Crier. */
export type Home = {
  show(workspace: Workspace, user: string): Promise<void>;
};

export function createHome({ desk, log }: { readonly desk: Desk; readonly log: Log }): Home {
  // One after the other for each member, so that the last one shown is the newest.
  const queue = createQueue();

  async function show(workspace: Workspace, user: string): Promise<void> {
    const { answering, people } = desk;
    // Of somebody from another company nothing is shown that is this one's own.
    const isForeign = (await people(workspace, user))?.belongs === false;
    const asker = await knownAsker(desk, { workspace, user, name: null, channel: null });
    // The page speaks of all places, and of none as the one where somebody is.
    const own = isForeign ? null : await answering.home({ ...asker, channel: null });
    const view = homeView(answering.commands, own, {
      ...desk.look,
      says: await answering.words(asker),
    });
    try {
      await workspace.client.views.publish({ user_id: user, view });
    } catch (error) {
      log.warn('slack home not shown', { tenant: workspace.tenant, ...faultOf(error) });
    }
  }

  return {
    show: (workspace, user) => queue.run(`${workspace.id} ${user}`, () => show(workspace, user)),
  };
}

/** A home tab takes 100 blocks. */
const BLOCKS = 100;

/** What a home tab shows: their own page, then what can be typed. The guide stands there whole. */
export function homeView(
  commands: readonly CommandShape[],
  own: Message | null,
  look: Omit<Look, 'shared'> & { readonly says: ChatWords },
): types.HomeView {
  const below = blocksOf(message(guide(commands, look.says)), look);
  const banner = look.sample ? [SAMPLE] : [];
  const room = BLOCKS - banner.length - below.length;
  const above = own === null ? [] : blocksOf(own, look);
  const fits =
    above.length <= room
      ? above
      : [...above.slice(0, room - 1), ...blocksOf(message([more(look.says)]), look).slice(0, 1)];
  return { type: 'home', blocks: [...banner, ...fits, ...below] };
}

/** Blocks in one piece: a home tab is no message, and not as narrow. */
const blocksOf = (shown: Message, look: Omit<Look, 'shared'>): types.KnownBlock[] =>
  pack(placedBlocks(shown, { ...look, shared: true })).flat();

const more = ({ thereIsMore }: ChatWords): Block => ({
  kind: 'note',
  runs: [text(thereIsMore), command('/news list')],
});

function guide(commands: readonly CommandShape[], says: ChatWords): Block[] {
  const lines = commands.filter(({ access }) => access === 'all');
  return [
    { kind: 'heading', level: 1, runs: [text('Crier')] },
    {
      kind: 'paragraph',
      runs: says.guide(command('/news sources'), command('/news help')),
    },
    { kind: 'divider' },
    { kind: 'heading', level: 1, runs: [text(says.whatToType)] },
    {
      kind: 'bullets',
      items: lines.map(({ example, summary, summaries }) => [
        command(example),
        text(` ${summaries?.[says.language] ?? summary}`),
      ]),
    },
    {
      kind: 'note',
      runs: [text(says.mention)],
    },
  ];
}
