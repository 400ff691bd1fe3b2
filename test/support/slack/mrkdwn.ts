// What becomes alive when Slack shows a message: https://docs.slack.dev/messaging/formatting-message-text
// Where the docs leave room ("certain mentions will be automatically parsed") the wider reading is taken, so that a
// test which finds nothing alive here can be believed.
import { isJson, type Json, listIn, textIn } from './json.ts';

/** A place a reader can be sent to. `how` says what made it a link; `where` is a pointer into the message. */
export type Link = {
  readonly url: string;
  readonly label: string;
  readonly how: 'marked' | 'bare' | 'domain' | 'markdown' | 'rich text' | 'button' | 'picture';
  readonly where: string;
};

/** Somebody or something that is called. `how` is `auto` where Slack would have to guess it from plain letters. */
export type Mention = {
  readonly kind:
    | 'user'
    | 'group'
    | 'channel'
    | 'here'
    | 'everyone in channel'
    | 'everyone'
    | 'other';
  readonly id: string;
  readonly how: 'marked' | 'rich text' | 'auto';
  readonly where: string;
};

export type Readable = {
  readonly text?: unknown;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
  readonly parse?: unknown;
  readonly linkNames?: unknown;
};

/** Every live link of a message or view, picture and button addresses included. */
export function linksOf(message: Readable): Link[] {
  const found: Link[] = [];
  each(message, (piece) => found.push(...linksIn(piece)));
  return found;
}

/** Every live mention of a message or view. */
export function mentionsOf(message: Readable): Mention[] {
  const found: Mention[] = [];
  each(message, (piece) => found.push(...mentionsIn(piece)));
  return found;
}

type Piece =
  | { as: 'mrkdwn'; text: string; where: string; bare: boolean; names: boolean }
  | { as: 'markdown'; text: string; where: string }
  | { as: 'rich text'; piece: Json; where: string }
  | { as: 'address'; url: string; label: string; how: 'button' | 'picture'; where: string };

function each(message: Readable, see: (piece: Piece) => void): void {
  // With `parse: full` or `link_names` even plain @here and #channel come alive.
  const names = message.parse === 'full' || message.linkNames === true;
  if (typeof message.text === 'string') {
    see({ as: 'mrkdwn', text: message.text, where: '/text', bare: true, names });
  }
  walk(message.blocks, '/blocks', see);
  for (const [at, one] of listIn(message.attachments).entries()) {
    const where = `/attachments/${at}`;
    for (const name of ['text', 'pretext', 'title', 'fallback', 'footer', 'author_name']) {
      const text = textIn(one[name]);
      if (text !== '') see({ as: 'mrkdwn', text, where: `${where}/${name}`, bare: true, names });
    }
    for (const name of ['title_link', 'author_link', 'from_url', 'image_url', 'thumb_url']) {
      const url = textIn(one[name]);
      if (url !== '')
        see({ as: 'address', url, label: '', how: 'picture', where: `${where}/${name}` });
    }
    for (const [no, field] of listIn(one.fields).entries()) {
      const text = `${textIn(field.title)}\n${textIn(field.value)}`;
      see({ as: 'mrkdwn', text, where: `${where}/fields/${no}`, bare: true, names });
    }
    walk(one.blocks, `${where}/blocks`, see);
  }
}

function walk(value: unknown, where: string, see: (piece: Piece) => void): void {
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) walk(one, `${where}/${at}`, see);
    return;
  }
  if (!isJson(value)) return;
  const type = textIn(value.type);
  const text = textIn(value.text);
  if (type === 'mrkdwn') {
    const verbatim = value.verbatim === true;
    see({ as: 'mrkdwn', text, where, bare: !verbatim, names: !verbatim });
    return;
  }
  if (type === 'plain_text') return;
  if (type === 'markdown') see({ as: 'markdown', text, where });
  if (RICH.has(type) && /\/elements\/\d+$/.test(where))
    see({ as: 'rich text', piece: value, where });
  if (type === 'button' || value.url !== undefined) {
    const label = textIn(isJson(value.text) ? value.text.text : value.text);
    const url = textIn(value.url);
    if (url !== '' && !RICH.has(type)) see({ as: 'address', url, label, how: 'button', where });
  }
  for (const name of [
    'image_url',
    'thumbnail_url',
    'video_url',
    'title_url',
    'provider_icon_url',
  ]) {
    const url = textIn(value[name]);
    if (url !== '')
      see({ as: 'address', url, label: textIn(value.alt_text), how: 'picture', where });
  }
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'object') walk(inner, `${where}/${name}`, see);
  }
}

const RICH = new Set(['link', 'user', 'usergroup', 'channel', 'team', 'broadcast', 'date']);

const MARKED = /<([^<>\n]+)>/g;
const BARE = /(?<![\w/@.-])(?:https?|ftp|tel|mailto|slack):(?:\/\/)?[^\s<>|"'`*_~)\]}]+/gi;
// Slack links names of hosts whose end it knows; these ends are enough to catch what a feed would smuggle.
const DOMAIN =
  /(?<![\w/@.:-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|io|dev|app|info|biz|me|co|xyz|site|online|gg|link|ly|ru|cn|de|uk|fr|eu|us|news|test|example)(?![\w-])(?:\/[^\s<>|"'`*_~)\]}]*)?/gi;
const MAIL = /[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}/gi;

const shown = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function linksIn(piece: Piece): Link[] {
  const { where } = piece;
  if (piece.as === 'address')
    return [{ url: piece.url, label: piece.label, how: piece.how, where }];
  if (piece.as === 'rich text') {
    const url = textIn(piece.piece.url);
    return url === ''
      ? []
      : [{ url, label: textIn(piece.piece.text) || url, how: 'rich text', where }];
  }
  const marked = [...piece.text.matchAll(MARKED)].flatMap(([, inside = '']): Link[] => {
    const bar = inside.indexOf('|');
    const target = bar < 0 ? inside : inside.slice(0, bar);
    const label = bar < 0 ? target : inside.slice(bar + 1);
    if (target.startsWith('!date^')) {
      const url = target.split('^')[3];
      return url === undefined
        ? []
        : [{ url: shown(url), label: shown(label), how: 'marked', where }];
    }
    return /^[a-z][a-z0-9+.-]*:/i.test(target)
      ? [{ url: shown(target), label: shown(label), how: 'marked', where }]
      : [];
  });
  const rest = piece.text.replace(MARKED, ' ');
  const found: Link[] = [...marked];
  const add = (url: string, label: string, how: Link['how']) =>
    found.push({ url: shown(url), label: shown(label), how, where });
  let left = rest;
  if (piece.as === 'markdown') {
    left = rest.replace(/!?\[([^\]]*)\]\(\s*<?([^)\s>]+)>?[^)]*\)/g, (_, label, url) => {
      add(url, label, 'markdown');
      return ' ';
    });
    left = left.replace(/^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s.*)?$/gm, (_, url) => {
      add(url, url, 'markdown');
      return ' ';
    });
  }
  if (piece.as === 'markdown' || piece.bare) {
    left = left.replace(BARE, (url) => {
      add(url, url, 'bare');
      return ' ';
    });
    left = left.replace(MAIL, (mail) => {
      add(`mailto:${mail}`, mail, 'bare');
      return ' ';
    });
    for (const [host] of left.matchAll(DOMAIN)) add(`http://${host}`, host, 'domain');
  }
  return found;
}

const CALLS: { readonly [name: string]: Mention['kind'] } = {
  here: 'here',
  channel: 'everyone in channel',
  group: 'everyone in channel',
  everyone: 'everyone',
};

function mentionsIn(piece: Piece): Mention[] {
  const { where } = piece;
  if (piece.as === 'address') return [];
  if (piece.as === 'rich text') {
    const { type, user_id, usergroup_id, channel_id, team_id, range } = piece.piece;
    const how = 'rich text';
    if (type === 'user') return [{ kind: 'user', id: textIn(user_id), how, where }];
    if (type === 'usergroup') return [{ kind: 'group', id: textIn(usergroup_id), how, where }];
    if (type === 'channel') return [{ kind: 'channel', id: textIn(channel_id), how, where }];
    if (type === 'team') return [{ kind: 'other', id: textIn(team_id), how, where }];
    if (type === 'broadcast') {
      return [{ kind: CALLS[textIn(range)] ?? 'other', id: textIn(range), how, where }];
    }
    return [];
  }
  const found = [...piece.text.matchAll(MARKED)].flatMap(([, inside = '']): Mention[] => {
    const target = inside.split('|')[0] ?? '';
    const how = 'marked';
    if (/^@[UWB]/.test(target)) return [{ kind: 'user', id: target.slice(1), how, where }];
    if (/^#[CGD]/.test(target)) return [{ kind: 'channel', id: target.slice(1), how, where }];
    if (target.startsWith('!subteam^')) {
      return [{ kind: 'group', id: target.slice('!subteam^'.length), how, where }];
    }
    if (target.startsWith('!date^') || !/^[@#!]/.test(target)) return [];
    return [{ kind: CALLS[target.slice(1)] ?? 'other', id: target.slice(1), how, where }];
  });
  if (piece.as === 'markdown' || piece.names) {
    for (const [, name = ''] of piece.text
      .replace(MARKED, ' ')
      .matchAll(/(?<![\w.])@(here|channel|everyone|group)\b/gi)) {
      const word = name.toLowerCase();
      found.push({ kind: CALLS[word] ?? 'other', id: word, how: 'auto', where });
    }
  }
  return found;
}
