// Rich text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
import { boolean, integer, kind, list, object, oneOf, type Rule, string, url } from './rules.ts';

const style: Rule = object({
  optional: {
    bold: boolean,
    italic: boolean,
    strike: boolean,
    code: boolean,
    underline: boolean,
    highlight: boolean,
    client_highlight: boolean,
    unlink: boolean,
  },
});

const id = string({ max: 255 });
const MANY = 1000;

const PIECES: { readonly [type: string]: Rule } = {
  text: object({
    required: { type: oneOf('text'), text: string({ max: 40_000 }) },
    optional: { style },
  }),
  link: object({
    required: { type: oneOf('link'), url: url(3000) },
    optional: { text: string({ max: 3000 }), unsafe: boolean, style },
  }),
  emoji: object({
    required: { type: oneOf('emoji'), name: string({ max: 255 }) },
    optional: { unicode: string({ max: 255 }), url: url(3000), style },
  }),
  user: object({ required: { type: oneOf('user'), user_id: id }, optional: { style } }),
  usergroup: object({
    required: { type: oneOf('usergroup'), usergroup_id: id },
    optional: { style },
  }),
  channel: object({ required: { type: oneOf('channel'), channel_id: id }, optional: { style } }),
  team: object({ required: { type: oneOf('team'), team_id: id }, optional: { style } }),
  broadcast: object({
    required: { type: oneOf('broadcast'), range: oneOf('here', 'channel', 'everyone') },
    optional: { style },
  }),
  color: object({ required: { type: oneOf('color'), value: id }, optional: { style } }),
  date: object({
    required: {
      type: oneOf('date'),
      timestamp: integer(0, 9_999_999_999),
      format: string({ max: 255 }),
    },
    optional: { url: url(3000), fallback: string({ max: 3000 }), style },
  }),
};

const pieces = list(
  kind(() => PIECES),
  { max: MANY },
);

const section: Rule = object({
  required: { type: oneOf('rich_text_section'), elements: pieces },
});

const PARTS: { readonly [type: string]: Rule } = {
  rich_text_section: section,
  rich_text_list: object({
    required: {
      type: oneOf('rich_text_list'),
      style: oneOf('bullet', 'ordered'),
      elements: list(section, { max: MANY }),
    },
    optional: { indent: integer(0, 8), offset: integer(0, MANY), border: oneOf(0, 1) },
  }),
  rich_text_quote: object({
    required: { type: oneOf('rich_text_quote'), elements: pieces },
    optional: { border: oneOf(0, 1) },
  }),
  rich_text_preformatted: object({
    required: {
      type: oneOf('rich_text_preformatted'),
      elements: list(
        kind(() => PIECES, ['text', 'link']),
        { max: MANY },
      ),
    },
    optional: { border: oneOf(0, 1), language: string({ max: 255 }) },
  }),
};

export const richTextParts: Rule = list(
  kind(() => PARTS),
  { max: MANY },
);
