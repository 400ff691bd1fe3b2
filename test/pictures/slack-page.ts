import type { types } from '@slack/bolt';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message as Blocks } from 'slack-blocks-to-jsx';
import { formModal } from '../../src/chat/slack/form-modal.ts';
import { homeView } from '../../src/chat/slack/home.ts';
import type { Look } from '../../src/chat/slack/look.ts';
import { askModal } from '../../src/chat/slack/modals.ts';
import { renderSlack } from '../../src/chat/slack/render.ts';
import { IN_ENGLISH } from '../../src/chat/words.ts';
import { COMMANDS as SHAPES } from '../../src/commands/index.ts';
import { CHANNELS, channelName } from './channels.ts';
import { avatar, menuHtml, tag } from './html.ts';
import type { Shown } from './sample-messages.ts';
import { modalHtml } from './slack-modal.ts';

const PLAIN = { sample: false, says: IN_ENGLISH };
const COMMANDS = { story: 'story', ask: 'ask', digest: 'digest', news: 'news' };

/** What is shown in Slack. */
export function slackPage(shown: Shown, dark: boolean): string {
  const sheet = (inner: string) => tag('div', { class: dark ? 'sheet dark' : 'sheet' }, inner);
  const remembered = { line: '/ask story:#1', channel: null, thread: null, responseUrl: null };
  switch (shown.kind) {
    case 'question':
      return sheet(modalHtml(askModal(remembered, PLAIN)));
    case 'form':
      return sheet(modalHtml(formModal(shown.form, remembered, PLAIN)));
    case 'home': {
      const { blocks } = homeView(SHAPES, shown.page, { ...PLAIN, commands: COMMANDS });
      return sheet(tag('div', { class: 'home' }, blocksHtml(blocks, dark, null)));
    }
    case 'messages': {
      const look: Look = { commands: COMMANDS, sample: false, shared: shown.shared };
      const parts = shown.messages
        .flatMap((one) => renderSlack(one, look))
        .map(
          ({ blocks }) =>
            blocksHtml(blocks, dark, shown.at) + (shown.isOpen ? unfolded(blocks) : ''),
        );
      const whose = shown.shared ? '' : tag('p', { class: 'whose' }, 'Only visible to you');
      return sheet(whose + parts.join(''));
    }
  }
}

function unfolded(blocks: readonly types.KnownBlock[]): string {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  return elements
    .map((one) =>
      one.type === 'static_select'
        ? menuHtml(
            (one.options ?? []).map(({ text, description }) => ({
              label: text.text,
              hint: description?.text,
            })),
          )
        : '',
    )
    .join('');
}

/** Blocks as Slack shows them: in a message of that time, or on a page. */
function blocksHtml(blocks: readonly unknown[], dark: boolean, at: string | null): string {
  const channels = Object.values(CHANNELS.slack).map((id) => ({ id, name: channelName(id) }));
  return renderToStaticMarkup(
    createElement(Blocks, {
      blocks: withoutVerbatim(blocks) as never,
      logo: avatar('C', '#b4552d'),
      name: 'Crier',
      time: new Date(`2026-03-03T${at ?? '08:30'}:00`),
      theme: dark ? 'dark' : 'light',
      withoutWrapper: at === null,
      showBlockKitDebug: false,
      data: { channels },
    } as never),
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
  .whose { margin: 0 0 4px 44px; font-size: 12px; opacity: .7; }
`;
