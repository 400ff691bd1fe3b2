import { type Json, listOf, recordOf } from '../json.ts';
import { FLAG, type Said } from '../state.ts';
import { textsIn } from './components-v2.ts';
import type { Form } from './form.ts';

export type Mention =
  | { readonly kind: 'user' | 'role'; readonly id: string }
  | { readonly kind: 'everyone'; readonly id: 'everyone' | 'here' };

const KINDS = ['users', 'roles', 'everyone'] as const;

/**
 * Whom a message would ping. Discord docs "Message Resource › Allowed Mentions Object": content and components count,
 * embeds never do. Stricter than the docs in three ways, because a test wants to know what could ever ping: a body
 * without allowed_mentions parses everything (the docs say users only for interactions), permissions and roles'
 * `mentionable` are taken as granted, and mentions in code spans count.
 */
export function mentionsOf(said: Said, repliedTo: string | null = null): readonly Mention[] {
  const texts = said.flags & FLAG.componentsV2 ? textsIn(said.components) : [said.content];
  const written = texts.flatMap(mentionsIn);
  const rules = said.allowedMentions ?? { parse: KINDS };
  const parse = listOf(rules.parse);
  const users = listOf(rules.users);
  const roles = listOf(rules.roles);
  const alive = written.filter((mention) => {
    if (mention.kind === 'everyone') return parse.includes('everyone');
    if (mention.kind === 'user') return parse.includes('users') || users.includes(mention.id);
    return parse.includes('roles') || roles.includes(mention.id);
  });
  const replied = repliedTo !== null && rules.replied_user !== false ? repliedTo : null;
  // Discord docs give replied_user the default false, discord.js true: it counts unless it is switched off.
  const all: Mention[] = replied === null ? alive : [...alive, { kind: 'user', id: replied }];
  return [...new Map(all.map((one) => [`${one.kind} ${one.id}`, one])).values()];
}

/** Discord docs "API Reference › Message Formatting". */
function mentionsIn(text: string): Mention[] {
  const named = [...text.matchAll(/<@(!|&)?(\d+)>/g)].map(
    ([, mark, id]): Mention => ({ kind: mark === '&' ? 'role' : 'user', id: id ?? '' }),
  );
  const all = [...text.matchAll(/@(everyone|here)/g)].map(
    ([, id]): Mention => ({ kind: 'everyone', id: id as 'everyone' | 'here' }),
  );
  return [...named, ...all];
}

/** Discord docs "Allowed Mentions Object": a kind is either parsed or listed, never both; lists of at most 100. */
export function checkAllowedMentions(
  form: Form,
  value: unknown,
  at: readonly (string | number)[],
): void {
  if (value === undefined || value === null) return;
  const rules = recordOf(value);
  if (!rules) {
    form.add(at, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return;
  }
  const parse = listOf(rules.parse);
  parse.forEach((kind, index) => {
    if (!KINDS.includes(kind as (typeof KINDS)[number]))
      form.add(
        [...at, 'parse', index],
        'BASE_TYPE_CHOICES',
        "Value must be one of ('users', 'roles', 'everyone').",
      );
  });
  for (const kind of ['users', 'roles'] as const) {
    form.list([...at, kind], rules[kind], { max: 100 });
    if (parse.includes(kind) && listOf(rules[kind]).length > 0)
      form.add(
        at,
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
  }
}

/** The body's allowed_mentions as a message keeps them. */
export function allowedIn(body: Json): Json | null | undefined {
  return 'allowed_mentions' in body ? (recordOf(body.allowed_mentions) ?? null) : undefined;
}
