import { toHTML } from '@odiffey/discord-markdown';
import { ButtonStyle, ComponentType } from 'discord.js';
import type { Row } from '../../src/chat/discord/components.ts';
import { questionWindow } from '../../src/chat/discord/question.ts';
import { type Payload, render } from '../../src/chat/discord/render.ts';
import { spelledHere } from '../../src/chat/discord/spelling.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { avatar, escapeHtml, tag } from './html.ts';
import type { Shown } from './sample-messages.ts';

const STYLES: Partial<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
};

/** A command and its answer as Discord shows them, for skyra's components. */
export function discordPage({ name, asked, shared, messages }: Shown, dark: boolean): string {
  if (name === 'window') return windowHtml(dark);
  const payloads = messages.flatMap((one) =>
    render(spelledHere(one, COMMANDS), { shared, key: null, sample: false, keep() {} }),
  );
  const shown = payloads.map((payload, i) => messageHtml(payload, !shared, i === 0 ? asked : null));
  return tag('discord-messages', { 'light-theme': !dark }, shown.join(''));
}

/** The window of the Ask button. The components draw none of today's, so it stands as plain boxes in Discord's colours. */
function windowHtml(dark: boolean): string {
  const { title, components } = questionWindow('ask');
  const fields = components.flatMap((row) => {
    if (row.type !== ComponentType.Label || row.component.type !== ComponentType.TextInput)
      return [];
    return [
      tag('label', {}, escapeHtml(row.label)) +
        tag('small', {}, escapeHtml(row.description ?? '')) +
        tag('textarea', { rows: '4', placeholder: row.component.placeholder }, ''),
    ];
  });
  const buttons = tag(
    'p',
    { class: 'row' },
    tag('button', {}, 'Cancel') + tag('button', { class: 'go' }, 'Submit'),
  );
  return tag(
    'form',
    { class: dark ? 'window dark' : 'window' },
    tag('h2', {}, escapeHtml(title)) + fields.join('') + buttons,
  );
}

function messageHtml(payload: Payload, ephemeral: boolean, asked: string | null): string {
  const command = asked
    ? tag(
        'discord-command',
        {
          slot: 'reply',
          author: 'Ada',
          avatar: avatar('A', '#3b7a57'),
          command: asked.split(' ')[0],
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
  const rows = (payload.components ?? []).map(rowHtml).join('');
  const attachments = rows ? tag('discord-attachments', { slot: 'components' }, rows) : '';
  return tag(
    'discord-message',
    { author: 'Crier', bot: true, ephemeral, avatar: avatar('C', '#b4552d'), timestamp: '08:30' },
    command + content + embeds.join('') + attachments,
  );
}

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
  toHTML(text, { embed, escapeHTML: true }).replaceAll(
    /<a href="([^"]*)"/g,
    '<a style="color:#00a8fc;text-decoration:none" href="$1"',
  );

/** What the components leave to the page. */
export const DISCORD_STYLE = `
  body { margin: 0; font-family: "Noto Sans", "Liberation Sans", sans-serif; }
  .window { margin: 24px; padding: 24px; border-radius: 12px; background: #fff; color: #313338; max-width: 440px; }
  .window.dark { background: #313338; color: #f2f3f5; }
  .window h2 { margin: 0 0 16px; font-size: 20px; }
  .window label, .window small { display: block; margin-bottom: 6px; font-weight: 600; font-size: 14px; }
  .window small { font-weight: 400; opacity: .75; }
  .window textarea { width: 100%; box-sizing: border-box; border: 1px solid #8885; border-radius: 8px; padding: 10px; font: inherit; background: transparent; color: inherit; resize: none; }
  .window .row { display: flex; gap: 8px; justify-content: flex-end; margin: 16px 0 0; }
  .window button { border: 0; border-radius: 8px; padding: 10px 18px; font: inherit; background: #8883; color: inherit; }
  .window .go { background: #5865f2; color: #fff; }
  .markdown h2 { font-size: 20px; margin: 4px 0; }
  .markdown h3 { font-size: 16px; margin: 4px 0; }
  .markdown small { font-size: 12px; opacity: .7; display: block; }
  .markdown blockquote { margin: 4px 0; padding: 0 10px; border-left: 4px solid #8886; }
  .markdown ul { margin: 2px 0 2px 18px; padding: 0; }
  .markdown code { background: #8883; border-radius: 3px; padding: 0 3px; font-size: 85%; }
`;
