import { onTestFinished } from 'vitest';
import type { ChatSettings, Opening, Vault } from '../../../src/chat/opening.ts';
import type { Answering, Asker, Platform, Said } from '../../../src/chat/platform.ts';
import { slack } from '../../../src/chat/slack/index.ts';
import { slackManifest } from '../../../src/chat/slack/manifest.ts';
import { COMMANDS } from '../../../src/commands/index.ts';
import { type Clock, systemClock } from '../../../src/lib/clock.ts';
import type { Fields, Log } from '../../../src/lib/log.ts';
import { Secret } from '../../../src/lib/secret.ts';
import type { Db } from '../../../src/store/schema.ts';
import { vaultOf } from '../../../src/store/vault.ts';
import { answeringOver, tell } from '../../support/answering.ts';
import {
  createFakeSlack,
  type FakeSlack,
  type FakeSlackOptions,
} from '../../support/slack/fake-slack.ts';
import type { Manifest } from '../../support/slack/manifest.ts';
import { temporaryStore } from '../../support/store.ts';

export const SETTINGS: ChatSettings = {
  discord: { guild: null },
  slack: {
    commands: { story: 'story', ask: 'ask', digest: 'digest', news: 'news' },
    managers: [],
  },
};

/** The manifest that Crier prints, as the fake reads it. */
export const manifestFor = (
  settings: ChatSettings = SETTINGS,
  how: Parameters<typeof slackManifest>[2] = { requests: 'socket', publicUrl: null },
): Manifest => slackManifest(COMMANDS, settings.slack, how);

export async function fakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const fake = await createFakeSlack({ manifest: manifestFor(), ...options });
  onTestFinished(() => fake.close());
  return fake;
}

export type Logged = { readonly level: string; readonly what: string; readonly fields: Fields };

export function listeningLog(): { log: Log; lines: Logged[] } {
  const lines: Logged[] = [];
  const at =
    (level: string) =>
    (what: string, fields: Fields = {}) =>
      void lines.push({ level, what, fields });
  return {
    lines,
    log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
  };
}

export function memoryVault(): Vault & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    get: async (key) => held.get(key) ?? null,
    put: async (key, value) => void held.set(key, value),
    drop: async (key) => void held.delete(key),
  };
}

type Set = { readonly [name: string]: string | undefined };

export function openingOf(about: {
  readonly environment: Set;
  readonly settings?: ChatSettings;
  readonly vault?: Vault;
  readonly sample?: boolean;
  readonly clock?: Clock;
  readonly log?: Log;
}): Opening {
  const { environment } = about;
  return {
    settings: about.settings ?? SETTINGS,
    secret: (name) => (environment[name] ? new Secret(environment[name]) : undefined),
    variable: (name) => environment[name] || undefined,
    vault: about.vault ?? memoryVault(),
    sample: about.sample ?? false,
    clock: about.clock ?? systemClock,
    log: about.log ?? listeningLog().log,
  };
}

export const tokensOf = (fake: FakeSlack): Set => ({
  CRIER_SLACK_API_URL: fake.apiUrl,
  CRIER_SLACK_BOT_TOKEN: fake.botToken,
  CRIER_SLACK_APP_TOKEN: fake.app.appToken,
});

export async function open(opening: Opening): Promise<Platform> {
  const platform = await slack.open(opening);
  if (platform === null) throw new Error('no tokens are set');
  return platform;
}

export type Serving = {
  readonly platform: Platform;
  /** What `serve` came to: undefined when it ended as asked. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
};

/** Serves until the test is over; says what serving came to. */
export function serve(platform: Platform, answering: Answering): Serving {
  const ending = new AbortController();
  const ended = platform.serve(answering, ending.signal).then(
    () => undefined,
    (error: unknown) => error,
  );
  const stop = async () => {
    ending.abort();
    await ended;
  };
  onTestFinished(stop);
  return { platform, ended, stop };
}

export type Crier = Serving & {
  readonly fake: FakeSlack;
  readonly db: Db;
  readonly answering: Answering;
  readonly lines: Logged[];
  /** What reached the commands, and from whom. */
  readonly heard: { readonly said: Said; readonly asker: Asker }[];
};

/** Crier in a workspace over Socket Mode, with the real commands over a real store that holds `NEWS`. */
export async function crierInSlack(
  about: {
    readonly fake?: FakeSlack;
    readonly settings?: ChatSettings;
    readonly sample?: boolean;
    readonly answering?: (answering: Answering) => Answering;
    readonly environment?: Set;
    readonly clock?: Clock;
  } = {},
): Promise<Crier> {
  const fake =
    about.fake ?? (await fakeSlack({ manifest: manifestFor(about.settings ?? SETTINGS) }));
  const db = await temporaryStore();
  await tell(db, NEWS);
  const { log, lines } = listeningLog();
  const platform = await open(
    openingOf({
      ...about,
      environment: { ...tokensOf(fake), ...about.environment },
      vault: vaultOf(db),
      log,
    }),
  );
  const real = answeringOver(db);
  const behind = about.answering?.(real) ?? real;
  const heard: { said: Said; asker: Asker }[] = [];
  const answering: Answering = {
    ...behind,
    prepare(said, asker) {
      heard.push({ said, asker });
      return behind.prepare(said, asker);
    },
  };
  const serving = serve(platform, answering);
  await fake.until('both connections', () =>
    fake.socket.connections().length >= 2 ? true : undefined,
  );
  return { ...serving, fake, db, answering, lines, heard };
}

/** Two outlets on one event, and one on another. */
export const NEWS = [
  {
    url: 'https://courier.example/harbour',
    outlet: 'The Courier',
    title: 'Kelmouth harbour closed after crane falls into the dock',
    text: 'The harbour of Kelmouth was closed on Monday after a crane fell into the main dock. Nobody was hurt, harbour master Ada Quill said. “We will lift the crane out before the weekend,” said Ada Quill, the harbour master. Forty ships are waiting outside the harbour of Kelmouth.',
  },
  {
    url: 'https://tribune.example/crane',
    outlet: 'The Tribune',
    title: 'Crane falls into the dock of Kelmouth harbour, ships wait outside',
    text: 'A crane fell into the main dock of Kelmouth harbour on Monday and closed it. Forty ships were waiting outside the harbour, harbour master Ada Quill said on Monday. “Nobody was hurt, and that is what counts for us,” Ada Quill said. The crane is thirty years old.',
    hoursAgo: 3,
  },
  {
    url: 'https://courier.example/tram',
    outlet: 'The Courier',
    title: 'Ostrava trams stop for a day as drivers strike over pay',
    text: 'Tram drivers in Ostrava stopped work on Sunday over their pay. “We have not had a rise in four years,” said Jan Novak, who speaks for the drivers of Ostrava. The city offered three per cent. A second strike is planned for Friday, the union of drivers said.',
    hoursAgo: 5,
  },
];
