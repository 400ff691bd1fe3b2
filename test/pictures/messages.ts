// docs/pictures/{discord,slack}-*.png: what the real payloads of the sample newsroom's answers look like there, in
// light and dark and on a phone's width. Without arguments those that stand in the documents; --all for every one; names (`edition card`) for those alone.
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { openBrowser, openPage } from './browser.ts';
import { CHANNELS } from './channels.ts';
import { DISCORD_STYLE, discordPage } from './discord-page.ts';
import { WINDOW_STYLE } from './discord-window.ts';
import { MENU_STYLE } from './html.ts';
import { type Shown, sampleMessages } from './sample-messages.ts';
import { MODAL_STYLE } from './slack-modal.ts';
import { SLACK_STYLE, slackPage } from './slack-page.ts';

const IN_DOCUMENTS = new Set([
  'discord-card-dark',
  'discord-edition-dark',
  'discord-corrected-dark',
  'discord-follow-dark',
  'discord-list-dark',
  'discord-subscribe-window-dark',
  'slack-card-light',
  'slack-edition-light',
  'slack-list-light',
  'slack-home-light',
  'slack-subscribe-window-light',
]);
const WIDE = 760;
const PHONE = 390;

const words = process.argv.slice(2);
const all = words.includes('--all');
const only = words.filter((word) => !word.startsWith('-'));
const documents = resolve(import.meta.dirname, '../../docs/pictures');
const require = createRequire(import.meta.url);

/** skyra's components as one script for a page. */
async function discordScript(): Promise<string> {
  const bundle = await rolldown({ input: require.resolve('@skyra/discord-components-core') });
  const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true } as never);
  return output[0].code;
}

const script = await discordScript();
const slackStyle = join(require.resolve('slack-blocks-to-jsx'), '../style.css');
const browser = await openBrowser();
const shown = {
  discord: await sampleMessages(
    {
      tenant: 'discord:100000000000000001',
      platform: 'discord',
      channel: CHANNELS.discord.news,
      person: { id: '700000000000000001', name: 'Ada' },
      isManager: true,
      managers: 'members with Manage Server',
      story: null,
    },
    CHANNELS.discord.desk,
  ),
  slack: await sampleMessages(
    {
      tenant: 'slack:T0PICTURES',
      platform: 'slack',
      channel: CHANNELS.slack.news,
      person: { id: 'U0ADA', name: 'Ada' },
      isManager: true,
      managers: 'workspace admins',
      story: null,
    },
    CHANNELS.slack.desk,
  ),
};

async function shoot(platform: 'discord' | 'slack', one: Shown, dark: boolean, width: number) {
  if (one.kind === 'home' && platform === 'discord') return;
  const size = width === PHONE ? '-phone' : '';
  const name = `${platform}-${one.name}-${dark ? 'dark' : 'light'}${size}`;
  if (only.length > 0 && !only.includes(one.name)) return;
  if (!all && !IN_DOCUMENTS.has(name)) return;
  const page = await openPage(browser, { width, dark });
  const isDiscord = platform === 'discord';
  await page.setContent(
    `<!doctype html><html${dark ? ' class="dark" data-theme="dark"' : ''}><body>${
      isDiscord ? discordPage(one, dark) : slackPage(one, dark)
    }</body></html>`,
  );
  await page.addStyleTag(
    isDiscord ? { content: DISCORD_STYLE + WINDOW_STYLE + MENU_STYLE } : { path: slackStyle },
  );
  if (isDiscord) await page.addScriptTag({ content: script });
  else await page.addStyleTag({ content: SLACK_STYLE + MODAL_STYLE + MENU_STYLE });
  await page.waitForTimeout(400);
  const path = join(IN_DOCUMENTS.has(name) ? documents : tmpdir(), `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  console.log(path);
  await page.context().close();
}

try {
  for (const platform of ['discord', 'slack'] as const) {
    for (const one of shown[platform]) {
      for (const dark of [false, true]) {
        for (const width of [WIDE, PHONE]) await shoot(platform, one, dark, width);
      }
    }
  }
} finally {
  await browser.close();
}
