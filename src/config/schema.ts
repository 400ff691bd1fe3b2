import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { parseDuration, parseSize } from '../lib/amounts.ts';

// What crier.yaml may hold. Every setting has its default and its sentence here; the commented file and the
// JSON Schema for editors are checked against it by a test.

const duration = (least: string, most: string) =>
  z
    .string()
    .refine((text) => parseDuration(text) !== undefined, {
      error: 'expected a time such as 90s, 15m, 24h or 7d',
      abort: true,
    })
    .refine(
      (text) => (parseDuration(text) ?? 0) >= (parseDuration(least) ?? 0),
      `must be at least ${least}`,
    )
    .refine(
      (text) => (parseDuration(text) ?? 0) <= (parseDuration(most) ?? 0),
      `must be at most ${most}`,
    );

/** The parsers refuse documents of more than 12 MB. */
const size = z.string().refine((text) => {
  const bytes = parseSize(text);
  return bytes !== undefined && bytes >= 10_000 && bytes <= 12_000_000;
}, 'expected a size such as 500KB or 5MB, from 10KB to 12MB');

const whole = (least: number, most: number) => z.int().min(least).max(most);

const zone = z
  .string()
  .refine(isZone, 'expected "local" or a time zone such as Europe/Berlin (see tz database)');

function isZone(text: string): boolean {
  if (text === 'local') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

const slashName = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,30}$/, 'expected a name of small letters, digits, - and _');

/** Without one there is no limit. */
const limit = z
  .union([z.number().min(0), z.literal('none')], { error: 'expected a number, or none' })
  .default('none');

const all = z.strictObject({
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'expected a language code of two letters such as en')
    .default('en')
    .describe('The language dates and numbers are written in (ISO 639-1).'),
  zone: zone
    .default('local')
    .describe('The time zone times are shown in: a name such as Europe/Berlin, or local.'),
  log: z
    .enum(['debug', 'info', 'warn', 'error'])
    .default('warn')
    .describe('The least that is logged (to standard error).'),
  data: z
    .string()
    .min(1)
    .default('data')
    .describe(
      'The folder of the database, from the folder above config/. CRIER_DATA and --data win.',
    ),
  feeds: z
    .string()
    .min(1)
    .default('feeds.opml')
    .describe('The file of feeds (OPML), from the folder of this file.'),
  ingest: z
    .strictObject({
      shortest: duration('1m', '24h')
        .default('15m')
        .describe('No feed is asked more often than this.'),
      longest: duration('15m', '30d')
        .default('24h')
        .describe('No feed is asked less often than this.'),
      at_once: whole(1, 64).default(8).describe('How many addresses are fetched at the same time.'),
      timeout: duration('1s', '2m')
        .default('20s')
        .describe('The longest that one fetch may take with all its redirects.'),
      max_feed: size.default('5MB').describe('The largest feed that is read, unpacked.'),
      max_page: size.default('3MB').describe('The largest article page that is read, unpacked.'),
      read_pages: z
        .boolean()
        .default(true)
        .describe("Whether an article's page is read where its feed carries only a summary."),
      max_age: duration('1h', '3650d')
        .default('7d')
        .describe('Items that were published longer ago than this are not taken from feeds.'),
      user_agent: z
        .string()
        .regex(/^[\x20-\x7E]{1,200}$/, 'expected 1 to 200 plain characters on one line')
        .default('Crier/0.1 (news digests; feed reader)')
        .describe('What Crier calls itself to publishers. Put an address of yours in it.'),
      allow_private: z
        .array(z.string().refine(isRange, 'expected an address range such as 10.0.0.0/8'))
        .default([])
        .describe(
          'Address ranges of your own network that feeds may lie in (CIDR). None by default.',
        ),
    })
    .prefault({}),
  stories: z
    .strictObject({
      window: duration('1d', '60d')
        .default('14d')
        .describe('How long a story stays open for further articles after its last one came.'),
      keep: duration('1d', '3650d')
        .default('90d')
        .describe('How long articles and stories are kept, counted from when they came.'),
    })
    .prefault({}),
  digest: z
    .strictObject({
      window: duration('1h', '30d')
        .default('24h')
        .describe('The span a digest covers when nothing else is asked for.'),
      stories: whole(1, 20).default(7).describe('How many stories a digest holds at most.'),
    })
    .prefault({}),
  model: z
    .strictObject({
      timeout: duration('1s', '10m')
        .default('60s')
        .describe('The longest that one request to the language model may take.'),
      patience: duration('1s', '15m')
        .default('90s')
        .describe('The longest that one summary or answer may take with waiting and a second try.'),
      at_once: whole(1, 32).default(2).describe('How many requests it is sent at the same time.'),
      max_prompt: whole(4_000, 1_000_000)
        .default(40_000)
        .describe('The longest prompt, in characters.'),
      article_characters: whole(2_000, 500_000)
        .default(24_000)
        .describe("How many characters of a story's articles it is shown."),
      max_answer: whole(200, 32_000).default(1_500).describe('The longest answer, in tokens.'),
      price: z
        .strictObject({
          input: z
            .number()
            .min(0)
            .default(0)
            .describe('What a million tokens of prompt cost, in your currency.'),
          output: z
            .number()
            .min(0)
            .default(0)
            .describe('What a million tokens of answer cost, in your currency.'),
        })
        .prefault({}),
      budget: z
        .strictObject({
          day_tokens: limit.describe('Tokens that all places together may use in a day (UTC).'),
          day_money: limit.describe('What all places together may cost in a day.'),
          place_day_tokens: limit.describe('Tokens that one place may use in a day.'),
          place_day_money: limit.describe('What one place may cost in a day.'),
          person_hour_tokens: limit.describe('Tokens that one person may use in an hour.'),
          person_hour_money: limit.describe('What one person may cost in an hour.'),
        })
        .prefault({}),
    })
    .prefault({}),
  discord: z
    .strictObject({
      guild: z
        .string()
        .regex(/^(\d{15,21})?$/, 'expected the number of a server (15 to 21 digits) or nothing')
        .default('')
        .describe('Register the commands in this one server only, to try things out.'),
    })
    .prefault({}),
  slack: z
    .strictObject({
      commands: z
        .strictObject({
          story: slashName.default('story'),
          ask: slashName.default('ask'),
          digest: slashName.default('digest'),
          news: slashName.default('news'),
        })
        .prefault({})
        .describe(
          'What the slash commands are called; two apps of one workspace cannot share a name.',
        ),
      managers: z
        .array(z.string().regex(/^[UW][A-Z0-9]+$/, 'expected a member id such as U012AB3CD'))
        .default([])
        .describe("Members who may manage Crier beside the workspace's admins."),
    })
    .prefault({}),
  sample: z
    .strictObject({
      speed: z
        .number()
        .min(1)
        .max(10_000)
        .default(1)
        .describe(
          'How fast the clock of the sample newsroom runs; 1440 lets a day pass in a minute.',
        ),
    })
    .prefault({}),
});

export const settings = all.superRefine(({ stories, ingest }, context) => {
  // What is deleted must not be needed any more: by the stories that are open, and to know an item of a feed again.
  const needed = { 'stories.window': stories.window, 'ingest.max_age': ingest.max_age };
  for (const [setting, span] of Object.entries(needed)) {
    if ((parseDuration(stories.keep) ?? 0) >= (parseDuration(span) ?? 0)) continue;
    const message = `must be at least ${setting} (${span})`;
    return context.addIssue({ code: 'custom', path: ['stories', 'keep'], message });
  }
});

export type Settings = z.infer<typeof settings>;

function isRange(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text);
}
