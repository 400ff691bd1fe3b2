import { type Command, Option } from 'commander';
import { originOf } from '../chat/slack/access.ts';
import { manifestYaml, slackManifest } from '../chat/slack/manifest.ts';
import { COMMANDS } from '../commands/index.ts';
import { ConfigError } from '../lib/errors.ts';
import { type ExitCode, type Io, print, printJson } from './terminal-io.ts';
import { type CommonOptions, configOf } from './with-app.ts';

type Options = CommonOptions & {
  readonly json?: boolean;
  readonly http?: boolean;
  readonly socket?: boolean;
};

export function addSlack(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const slack = program.command('slack').summary('set Crier up in Slack');
  slack
    .command('manifest')
    .summary('print the manifest that makes the Slack app')
    .description(
      'Prints what Crier declares to Slack: commands, permissions with their reasons, events. Paste it under api.slack.com/apps, Create New App, From a manifest.',
    )
    .addOption(new Option('--socket', 'for Socket Mode (the default)').conflicts('http'))
    .option('--http', 'for signed requests to CRIER_PUBLIC_URL')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s crier -- slack manifest > manifest.yaml')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { chat } = configOf(io, options);
      const { CRIER_PUBLIC_URL: typed, CRIER_SLACK_SIGNING_SECRET: signing } = io.environment;
      const publicUrl = typed ? originOf(typed) : null;
      // Whoever has given a signing secret has chosen requests over HTTP.
      const wantsHttp = options.http ?? (Boolean(signing) && !options.socket);
      if (wantsHttp && publicUrl === null) {
        throw new ConfigError(
          'Requests over HTTP need CRIER_PUBLIC_URL, the address under which Slack reaches this Crier. Without one, use Socket Mode: --socket.',
        );
      }
      const manifest = slackManifest(COMMANDS, chat.slack, {
        requests: wantsHttp ? 'http' : 'socket',
        publicUrl,
      });
      if (options.json) await printJson(io, manifest);
      else await print(io, manifestYaml(manifest));
      end(0);
    });
}
