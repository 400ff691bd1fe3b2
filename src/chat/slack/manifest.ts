import { Document, isScalar, isSeq, type Scalar } from 'yaml';
import { shorten } from '../../text/cut.ts';
import type { CommandShape, Option } from '../command.ts';
import type { ChatSettings } from '../opening.ts';
import { EVENTS, SCOPES, SHORTCUT } from './scopes.ts';

/** What an app declares to Slack: https://docs.slack.dev/reference/app-manifest */
export type Manifest = ReturnType<typeof slackManifest>;

export const EVENTS_PATH = '/slack/events';
export const REDIRECT_PATH = '/slack/oauth_redirect';

export type ManifestOptions = {
  /** Without https://… : Socket Mode. With it, deliveries go there. */
  readonly requests: 'socket' | 'http';
  /** Where the world reaches this Crier, without a slash at the end; needed for `http` and for installing by OAuth. */
  readonly publicUrl: string | null;
};

const HINT = 1000;
const DESCRIPTION = 2000;

/** The complete declaration of the app, made from the commands and their names in the configuration. */
export function slackManifest(
  commands: readonly CommandShape[],
  settings: ChatSettings['slack'],
  { requests, publicUrl }: ManifestOptions,
) {
  const url = requests === 'http' && publicUrl !== null ? `${publicUrl}${EVENTS_PATH}` : null;
  const request = url === null ? {} : { request_url: url };
  return {
    display_information: {
      name: 'Crier',
      description: 'News digests with quotes that are proven word for word',
      background_color: '#7a2e1d',
    },
    features: {
      bot_user: { display_name: 'crier', always_online: true },
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      slash_commands: groups(commands).map(([name, shapes]) => ({
        command: `/${calledHere(name, settings)}`,
        description: shorten(descriptionOf(name, shapes), DESCRIPTION),
        usage_hint: shorten(hintOf(shapes), HINT),
        // Only so a channel that is named comes with its id.
        should_escape: true,
        ...(url !== null && { url }),
      })),
      shortcuts: [
        {
          name: SHORTCUT.name,
          type: 'message' as const,
          callback_id: SHORTCUT.callbackId,
          description: SHORTCUT.description,
        },
      ],
    },
    oauth_config: {
      ...(publicUrl !== null && { redirect_urls: [`${publicUrl}${REDIRECT_PATH}`] }),
      scopes: { bot: SCOPES.map(({ scope }) => scope) },
    },
    settings: {
      event_subscriptions: { ...request, bot_events: [...EVENTS] },
      interactivity: {
        is_enabled: true,
        ...request,
        ...(url !== null && { message_menu_options_url: url }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}

/** The same as YAML with a word on why each permission is asked for. Slack takes it as it is. */
export function manifestYaml(manifest: Manifest): string {
  const document = new Document(manifest);
  const scopes = document.getIn(['oauth_config', 'scopes', 'bot']);
  if (isSeq(scopes)) {
    for (const item of scopes.items) {
      if (!isScalar(item)) continue;
      const scalar = item as Scalar<string>;
      scalar.comment = ` ${SCOPES.find(({ scope }) => scope === scalar.value)?.why ?? ''}`;
    }
  }
  document.commentBefore =
    ' Crier for Slack: api.slack.com/apps, Create New App, From a manifest. docs/slack.md says what comes next.';
  return document.toString({ lineWidth: 0 });
}

function groups(commands: readonly CommandShape[]): [string, CommandShape[]][] {
  const found = new Map<string, CommandShape[]>();
  for (const shape of commands) {
    const [name = ''] = shape.name.split(' ');
    found.set(name, [...(found.get(name) ?? []), shape]);
  }
  return [...found];
}

function calledHere(name: string, { commands }: ChatSettings['slack']): string {
  const names: Readonly<Record<string, string>> = commands;
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}

/** A command's own summary; of several under one name, what they are about. */
function descriptionOf(name: string, shapes: readonly CommandShape[]): string {
  const alone = shapes.find((shape) => shape.name === name);
  if (alone) return alone.summary;
  return shapes[0]?.name.startsWith('news ')
    ? 'What Crier reads, how it is doing, and help'
    : shapes.map(({ summary }) => summary).join('; ');
}

/** What may stand behind the name: the options of one command, the verbs of several. */
function hintOf(shapes: readonly CommandShape[]): string {
  const [only] = shapes;
  if (only && shapes.length === 1 && !only.name.includes(' ')) {
    return Object.entries(only.options)
      .map(([name, option]) => hintFor(name, option))
      .join(' ');
  }
  return shapes
    .map(({ name, options }) => {
      const verbs = name.split(' ').slice(1).join(' ');
      const first = Object.entries(options).find(
        ([, option]) => option.kind === 'words' || (option.kind === 'number' && option.required),
      );
      return first ? `${verbs} ${hintFor(...first)}` : verbs;
    })
    .join(' | ');
}

const FORMS = {
  span: '24h',
  story: '#12',
  number: '#3',
  text: '…',
  channel: '#channel',
  flag: 'yes',
} as const;

function hintFor(name: string, option: Option): string {
  if (option.kind === 'words') return option.required ? `<${name}>` : `[${name}]`;
  if (option.kind === 'number' && option.required) return `<#${name}>`;
  if (option.kind === 'choice') return `[${name}:${option.choices.join('|')}]`;
  return `[${name}:${FORMS[option.kind]}]`;
}
