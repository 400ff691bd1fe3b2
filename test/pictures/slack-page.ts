import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message as Blocks } from 'slack-blocks-to-jsx';
import type { Look } from '../../src/chat/slack/look.ts';
import { renderSlack } from '../../src/chat/slack/render.ts';
import { avatar, tag } from './html.ts';
import type { Shown } from './sample-messages.ts';

const COMMANDS = { story: 'story', ask: 'ask', digest: 'digest', news: 'news' };

/** An answer as Slack shows it. */
export function slackPage({ shared, messages }: Shown, dark: boolean): string {
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
  .whose { margin: 0 0 4px 44px; font-size: 12px; opacity: .7; }
`;
