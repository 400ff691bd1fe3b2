import { toHTML } from '@odiffey/discord-markdown';
import { ButtonStyle, ComponentType } from 'discord.js';
import type { Row } from '../../src/chat/discord/components.ts';
import { formWindow } from '../../src/chat/discord/form-window.ts';
import { questionWindow } from '../../src/chat/discord/question.ts';
import { type Payload, render } from '../../src/chat/discord/render.ts';
import { spelledHere } from '../../src/chat/discord/spelling.ts';
import { IN_ENGLISH } from '../../src/chat/words.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { channelName } from './channels.ts';
import { windowHtml } from './discord-window.ts';
import { avatar, menuHtml, tag } from './html.ts';
import type { Shown } from './sample-messages.ts';

const STYLES: Partial<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
};

/** What is shown on Discord, for skyra's components. */
export function discordPage(shown: Shown, dark: boolean): string {
  if (shown.kind === 'question')
    return windowHtml(questionWindow('ask', IN_ENGLISH), 'Submit', dark);
  if (shown.kind === 'form')
    return windowHtml(
      formWindow(shown.form, () => {}),
      'Submit',
      dark,
    );
  if (shown.kind === 'home') return '';
  const { shared, messages } = shown;
  const payloads = messages.flatMap((one) =>
    render(spelledHere(one, COMMANDS), { shared, key: null, sample: false, keep() {} }),
  );
  const all = payloads.map((payload, i) => messageHtml(payload, shown, i === 0));
  return tag('discord-messages', { 'light-theme': !dark }, all.join(''));
}

function messageHtml(
  payload: Payload,
  { asked, shared, at, isEdited, isOpen }: Shown,
  isFirst: boolean,
): string {
  const command =
    asked && isFirst
      ? tag(
          'discord-command',
          {
            slot: 'reply',
            author: 'Ada',
            avatar: avatar('A', '#3b7a57'),
            command: spelled(asked),
          },
          '',
        )
      : '';
  const content = payload.content
    ? tag('div', { class: 'markdown' }, markdown(payload.content))
    : '';
  const embeds = (payload.embeds ?? []).map((embed) => {
    const description = embed.description
      ? tag(
          'discord-embed-description',
          { slot: 'description', class: 'markdown' },
          markdown(embed.description, true),
        )
      : '';
    const fields = (embed.fields ?? []).map((field) =>
      tag(
        'discord-embed-field',
        { 'field-title': field.name, inline: field.inline ?? false },
        markdown(field.value, true),
      ),
    );
    const footer = embed.footer
      ? tag('discord-embed-footer', { slot: 'footer' }, markdown(embed.footer.text))
      : '';
    return tag(
      'discord-embed',
      {
        slot: 'embeds',
        color: embed.color === undefined ? null : `#${embed.color.toString(16).padStart(6, '0')}`,
        // The components show titles as they stand; Discord reads markdown in them.
        'embed-title': embed.title?.replace(/\\(?=[\p{P}\p{S}])/gu, ''),
        url: embed.url,
      },
      description +
        (fields.length > 0
          ? tag('discord-embed-fields', { slot: 'fields' }, fields.join(''))
          : '') +
        footer,
    );
  });
  const rows = (payload.components ?? [])
    .map((row) => rowHtml(row) + (isOpen ? unfolded(row) : ''))
    .join('');
  const attachments = rows ? tag('discord-attachments', { slot: 'components' }, rows) : '';
  return tag(
    'discord-message',
    {
      author: 'Crier',
      bot: true,
      ephemeral: !shared,
      edited: isEdited ?? false,
      avatar: avatar('C', '#b4552d'),
      timestamp: at,
    },
    command + content + embeds.join('') + attachments,
  );
}

/** A line as Discord names what was used: the command without its options. */
function spelled(line: string): string {
  const words = /^\/(?:news )?\S+/.exec(line)?.[0] ?? line;
  const { access } = COMMANDS.find(({ name }) => `/${name}` === words) ?? {};
  return access === 'managers' ? words.replace('/news ', '/news-admin ') : words;
}

const unfolded = ({ components }: Row): string =>
  components
    .map((part) =>
      part.type === ComponentType.StringSelect
        ? menuHtml(part.options.map(({ label, description }) => ({ label, hint: description })))
        : '',
    )
    .join('');

function rowHtml({ components }: Row): string {
  const parts = components.map((part) => {
    if (part.type === ComponentType.Button) {
      const label = 'label' in part ? (part.label ?? '') : '';
      return tag('discord-button', { type: STYLES[part.style] ?? 'secondary' }, label);
    }
    if (part.type === ComponentType.StringSelect) {
      return tag('discord-string-select-menu', { placeholder: part.placeholder }, '');
    }
    return '';
  });
  return tag('discord-action-row', {}, parts.join(''));
}

const markdown = (text: string, embed = false): string =>
  toHTML(text, {
    embed,
    escapeHTML: true,
    discordCallback: {
      channel: ({ id }) => tag('discord-mention', { type: 'channel' }, channelName(id)),
    },
  }).replaceAll(/<a href="([^"]*)"/g, '<a style="color:#00a8fc;text-decoration:none" href="$1"');

/** What the components leave to the page. */
export const DISCORD_STYLE = `
  body { margin: 0; font-family: "Noto Sans", "Liberation Sans", sans-serif; }
  .markdown h2 { font-size: 20px; margin: 4px 0; }
  .markdown h3 { font-size: 16px; margin: 4px 0; }
  .markdown small { font-size: 12px; opacity: .7; display: block; }
  .markdown blockquote { margin: 4px 0; padding: 0 10px; border-left: 4px solid #8886; }
  .markdown ul { margin: 2px 0 2px 18px; padding: 0; }
  .markdown code { background: #8883; border-radius: 3px; padding: 0 3px; font-size: 85%; }
`;
