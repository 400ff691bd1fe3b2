import type { types } from '@slack/bolt';
import type { CommandShape } from '../command.ts';
import { type Block, command, message, text } from '../message.ts';
import type { Look } from './look.ts';
import { renderSlack } from './render.ts';

/** A home tab takes 100 blocks. */
const BLOCKS = 100;

/** What the home tab shows: what is here, and what can be typed. Nothing is looked up for it: it is opened often. */
export function homeView(commands: readonly CommandShape[], look: Look): types.HomeView {
  const lines = commands.filter(({ access }) => access === 'all');
  const guide: Block[] = [
    { kind: 'divider' },
    { kind: 'heading', level: 1, runs: [text('What you can type')] },
    {
      kind: 'bullets',
      items: lines.map(({ example, summary }) => [command(example), text(` ${summary}`)]),
    },
    {
      kind: 'note',
      runs: [text('Mention Crier in a channel or a thread, or write to it here, and it answers.')],
    },
  ];
  const blocks: Block[] = [
    { kind: 'heading', level: 1, runs: [text('Crier')] },
    {
      kind: 'paragraph',
      runs: [
        text('I read news feeds and put what they report of one event into one story. '),
        command('/news sources'),
        text(' says which feeds, '),
        command('/news help'),
        text(' what I can do.'),
      ],
    },
    ...guide,
  ];
  const parts = renderSlack(message(blocks), { ...look, shared: true });
  return { type: 'home', blocks: parts.flatMap((part) => part.blocks).slice(0, BLOCKS) };
}
