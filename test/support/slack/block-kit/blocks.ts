// Blocks: https://docs.slack.dev/reference/block-kit/blocks (a page for each).
import type { Json } from '../json.ts';
import { contextElement, elementIn } from './elements.ts';
import { anyText, plainText, slackFile } from './objects.ts';
import { richTextParts } from './rich-text.ts';
import {
  boolean,
  kind,
  list,
  object,
  oneOf,
  type Problem,
  type Rule,
  type Surface,
  string,
  url,
} from './rules.ts';

type Rules = { [property: string]: Rule };
type Also = (value: Json, pointer: string, surface: Surface) => readonly Problem[];

const block = (
  type: string,
  rules: { required?: Rules; optional?: Rules; surfaces?: readonly Surface[] },
  also?: Also,
): Rule =>
  object({
    required: { type: oneOf(type), ...rules.required },
    optional: { block_id: string({ max: 255 }), ...rules.optional },
    also: (value, pointer, surface) => [
      ...(rules.surfaces === undefined || rules.surfaces.includes(surface)
        ? []
        : [{ pointer, what: `unsupported type: ${type} (not on this surface)` }]),
      ...(also?.(value, pointer, surface) ?? []),
    ],
  });

const CELLS: { readonly [type: string]: Rule } = {
  raw_text: object({ required: { type: oneOf('raw_text'), text: string({ max: 3000 }) } }),
  rich_text: object({
    required: { type: oneOf('rich_text'), elements: richTextParts },
    optional: { block_id: string({ max: 255 }) },
  }),
};

/**
 * The blocks this fake knows. Real Slack also has alert, card, carousel, container, context_actions, data_table,
 * file, plan and task_card: they are refused here until a test needs them.
 */
export const BLOCKS: { readonly [type: string]: Rule } = {
  divider: block('divider', {}),
  header: block('header', { required: { text: plainText(150) } }),
  section: block(
    'section',
    {
      optional: {
        text: anyText(3000),
        fields: list(anyText(2000), { max: 10 }),
        accessory: elementIn('section'),
        expand: boolean,
      },
    },
    (value, pointer) =>
      value.text === undefined && value.fields === undefined
        ? [{ pointer, what: 'must define either `text` or `fields`' }]
        : [],
  ),
  context: block('context', { required: { elements: list(contextElement, { max: 10 }) } }),
  actions: block('actions', { required: { elements: list(elementIn('actions'), { max: 25 }) } }),
  input: block('input', {
    required: { label: plainText(2000), element: elementIn('input') },
    optional: { hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  }),
  image: block(
    'image',
    {
      required: { alt_text: string({ max: 2000 }) },
      optional: { image_url: url(3000), slack_file: slackFile, title: plainText(2000) },
    },
    (value, pointer) =>
      (value.image_url === undefined) === (value.slack_file === undefined)
        ? [{ pointer, what: 'must define either `image_url` or `slack_file`' }]
        : [],
  ),
  rich_text: block('rich_text', { required: { elements: richTextParts } }),
  markdown: block('markdown', {
    required: { text: string({ max: 12_000 }) },
    surfaces: ['message'],
  }),
  table: block('table', {
    required: {
      rows: list(
        list(
          kind(() => CELLS),
          { max: 20 },
        ),
        { max: 100 },
      ),
    },
    optional: {
      column_settings: list(
        object({ optional: { align: oneOf('left', 'center', 'right'), is_wrapped: boolean } }),
        { max: 20 },
      ),
    },
    surfaces: ['message'],
  }),
  video: block('video', {
    required: {
      alt_text: string({ max: 2000 }),
      title: plainText(199),
      thumbnail_url: url(3000),
      video_url: url(3000),
    },
    optional: {
      author_name: string({ max: 49 }),
      description: plainText(199),
      provider_icon_url: url(3000),
      provider_name: string({ max: 255 }),
      title_url: url(3000),
    },
  }),
};

const oneBlock: Rule = kind(() => BLOCKS);

/** The blocks of a message (50) or a view (100): https://docs.slack.dev/reference/block-kit/blocks */
export const blockList: Rule = (value, pointer, surface) => [
  ...list(oneBlock, { min: surface === 'message' ? 0 : 1, max: surface === 'message' ? 50 : 100 })(
    value,
    pointer,
    surface,
  ),
  ...(Array.isArray(value) ? among(value as Json[], pointer) : []),
];

// What concerns blocks as neighbours: block ids are unique in a message, action ids in a block, markdown has one
// budget of 12,000 characters, a message has one table, a view one focus.
function among(blocks: readonly Json[], pointer: string): Problem[] {
  const problems: Problem[] = [];
  const blockIds = new Set<unknown>();
  let markdown = 0;
  let focused = 0;
  for (const [at, value] of blocks.entries()) {
    const here = `${pointer}/${at}`;
    if (typeof value !== 'object' || value === null) continue;
    if (value.block_id !== undefined && blockIds.has(value.block_id)) {
      problems.push({ pointer: here, what: `duplicate block_id: ${String(value.block_id)}` });
    }
    blockIds.add(value.block_id);
    if (value.type === 'markdown' && typeof value.text === 'string') markdown += value.text.length;
    const elements = [
      ...(Array.isArray(value.elements) ? (value.elements as Json[]) : []),
      ...[value.accessory, value.element].filter((one) => one !== undefined),
    ] as (Json | null)[];
    const actionIds = elements.map((one) => one?.action_id).filter((id) => id !== undefined);
    if (new Set(actionIds).size < actionIds.length) {
      problems.push({ pointer: here, what: 'duplicate action_id in one block' });
    }
    focused += elements.filter((one) => one?.focus_on_load === true).length;
  }
  if (markdown > 12_000) problems.push({ pointer, what: 'markdown over 12000 characters in all' });
  if (focused > 1) problems.push({ pointer, what: 'more than one focus_on_load' });
  if (blocks.filter((one) => one?.type === 'table').length > 1) {
    problems.push({ pointer, what: 'only_one_table_allowed' });
  }
  return problems;
}
