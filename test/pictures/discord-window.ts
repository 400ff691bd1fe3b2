import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord.js';
import { channelName } from './channels.ts';
import { escapeHtml, tag } from './html.ts';

/** A window of Discord. The components draw none of today's, so it stands as plain boxes in Discord's colours. */
export function windowHtml(
  { title, components }: APIModalInteractionResponseCallbackData,
  submit: string,
  dark: boolean,
): string {
  const fields = components.flatMap((row) => {
    if (row.type !== ComponentType.Label) return [];
    const { label, description, component } = row;
    const star = 'required' in component && component.required === false ? '' : ' *';
    return [
      tag('label', {}, escapeHtml(label) + tag('b', {}, star)) +
        (description ? tag('small', {}, escapeHtml(description)) : '') +
        fieldHtml(component as Field),
    ];
  });
  const buttons = tag('button', {}, 'Cancel') + tag('button', { class: 'go' }, submit);
  return tag(
    'form',
    { class: dark ? 'window dark' : 'window' },
    tag('h2', {}, escapeHtml(title)) + fields.join('') + tag('p', { class: 'row' }, buttons),
  );
}

type Field = {
  readonly type: ComponentType;
  readonly style?: number;
  readonly value?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly default?: boolean }[];
  readonly default_values?: readonly { readonly id: string }[];
};

function fieldHtml({ type, style, value, placeholder, options, default_values }: Field): string {
  if (type === ComponentType.TextInput) {
    const box = style === 2 ? 'box tall' : 'box';
    return tag('div', { class: box }, value ? escapeHtml(value) : faint(placeholder ?? ''));
  }
  const [channel] = default_values ?? [];
  const chosen = options?.find((one) => one.default)?.label;
  const shown = channel ? `# ${channelName(channel.id)}` : chosen;
  const words = shown ? escapeHtml(shown) : faint(placeholder ?? 'Make a selection');
  return tag('div', { class: 'box choice' }, words + tag('i', {}, '⌄'));
}

const faint = (words: string): string => tag('span', { class: 'faint' }, escapeHtml(words));

/** Discord's colours and sizes for a window. */
export const WINDOW_STYLE = `
  .window { margin: 24px; padding: 24px; border-radius: 12px; background: #fff; color: #313338; max-width: 440px; border: 1px solid #8883; }
  .window.dark { background: #242429; color: #f2f3f5; }
  .window h2 { margin: 0 0 20px; font-size: 20px; }
  .window label, .window small { display: block; margin-bottom: 6px; font-weight: 600; font-size: 15px; }
  .window label b { color: #f23f43; }
  .window small { font-weight: 400; opacity: .75; font-size: 13px; }
  .window .box { border: 1px solid #8886; border-radius: 8px; padding: 10px 12px; min-height: 20px; margin-bottom: 18px; font-size: 15px; }
  .window .tall { min-height: 80px; }
  .window .choice { display: flex; justify-content: space-between; }
  .window .faint { opacity: .55; }
  .window i { font-style: normal; opacity: .7; }
  .window .row { display: flex; gap: 8px; justify-content: flex-end; margin: 16px 0 0; }
  .window button { border: 0; border-radius: 8px; padding: 10px 18px; font: inherit; background: #8883; color: inherit; }
  .window .go { background: #5865f2; color: #fff; }
`;
