import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message as Blocks } from 'slack-blocks-to-jsx';
import type { Look } from '../../src/chat/slack/look.ts';
import { askModal } from '../../src/chat/slack/modals.ts';
import { renderSlack } from '../../src/chat/slack/render.ts';
import { avatar, escapeHtml, tag } from './html.ts';
import type { Shown } from './sample-messages.ts';

const COMMANDS = { story: 'story', ask: 'ask', digest: 'digest', news: 'news' };

/** An answer as Slack shows it. */
export function slackPage({ name, shared, messages }: Shown, dark: boolean): string {
  if (name === 'window') return windowHtml(dark);
  const look: Look = { commands: COMMANDS, sample: false, shared };
  const shown = messages
    .flatMap((one) => renderSlack(one, look))
    .map(({ blocks }) => withoutVerbatim(blocks))
    .map((blocks) =>
      renderToStaticMarkup(
        createElement(Blocks, {
          blocks: blocks as never,
          logo: avatar('C', '#b4552d'),
          name: 'Crier',
          time: new Date('2026-03-02T08:30:00Z'),
          theme: dark ? 'dark' : 'light',
          withoutWrapper: false,
          showBlockKitDebug: false,
        } as never),
      ),
    );
  const whose = shared ? '' : tag('p', { class: 'whose' }, 'Only visible to you');
  return tag('div', { class: dark ? 'sheet dark' : 'sheet' }, whose + shown.join(''));
}

/** The window of the Ask button; its frame is ours, what stands in it is drawn by the components. */
function windowHtml(dark: boolean): string {
  const line = '/ask story:#1';
  const view = askModal(
    { line, channel: null, thread: null, responseUrl: null },
    { sample: false },
  );
  const blocks = renderToStaticMarkup(
    createElement(Blocks, {
      blocks: view.blocks as never,
      logo: '',
      name: '',
      time: new Date('2026-03-02T08:30:00Z'),
      theme: dark ? 'dark' : 'light',
      withoutWrapper: true,
    } as never),
  );
  const head = tag('h2', {}, escapeHtml(view.title.text));
  const buttons = [view.close, view.submit].map((one, i) =>
    tag('button', { class: i === 1 ? 'go' : 'stay' }, escapeHtml(one?.text ?? '')),
  );
  const foot = tag('p', { class: 'row' }, buttons.join(''));
  return tag(
    'div',
    { class: dark ? 'sheet dark' : 'sheet' },
    tag('div', { class: 'window' }, head + blocks + foot),
  );
}

/** The components read `verbatim` as "no markup at all"; in Slack it only keeps bare addresses from becoming links. */
function withoutVerbatim<T>(blocks: T): T {
  return JSON.parse(
    JSON.stringify(blocks, (key, value) => (key === 'verbatim' ? undefined : value)),
  );
}

/** What the components leave to the page. */
export const SLACK_STYLE = `
  body { margin: 0; font-family: "Noto Sans", "Liberation Sans", sans-serif; }
  .sheet { padding: 16px; background: #fff; color: #1d1c1d; }
  .sheet.dark { background: #1a1d21; color: #d1d2d3; }
  .window { border: 1px solid #8885; border-radius: 12px; padding: 20px; max-width: 520px; }
  .window h2 { margin: 0 0 16px; font-size: 22px; }
  .window .row { display: flex; gap: 8px; justify-content: flex-end; margin: 16px 0 0; }
  .window .row button { border: 1px solid #8888; border-radius: 6px; padding: 8px 16px; font: inherit; background: transparent; color: inherit; }
  .window .row .go { background: #007a5a; border-color: #007a5a; color: #fff; }
  .whose { margin: 0 0 4px 44px; font-size: 12px; opacity: .7; }
`;
