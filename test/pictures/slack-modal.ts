import { channelName } from './channels.ts';
import { escapeHtml, tag } from './html.ts';

type Words = { readonly text: string };
type Element = {
  readonly type: string;
  readonly multiline?: boolean;
  readonly initial_value?: string;
  readonly placeholder?: Words;
  readonly initial_option?: { readonly text: Words };
  readonly initial_conversation?: string;
};
type Input = {
  readonly type: string;
  readonly label?: Words;
  readonly hint?: Words;
  readonly optional?: boolean;
  readonly element?: Element;
};
type View = {
  readonly title: Words;
  readonly submit?: Words;
  readonly close?: Words;
  readonly blocks: readonly object[];
};

/** A window of Slack, whose fields the components draw as none that Slack has. */
export function modalHtml({ title, submit, close, blocks }: View): string {
  const inputs = (blocks as readonly Input[]).flatMap((block) => {
    if (block.type !== 'input' || !block.element) return [];
    const optional = block.optional ? tag('span', { class: 'faint' }, ' (optional)') : '';
    return [
      tag('label', {}, escapeHtml(block.label?.text ?? '') + optional) +
        fieldHtml(block.element) +
        (block.hint ? tag('small', {}, escapeHtml(block.hint.text)) : ''),
    ];
  });
  const buttons = [
    tag('button', {}, escapeHtml(close?.text ?? '')),
    tag('button', { class: 'go' }, escapeHtml(submit?.text ?? '')),
  ];
  return tag(
    'div',
    { class: 'window' },
    tag('h2', {}, escapeHtml(title.text)) +
      inputs.join('') +
      tag('p', { class: 'row' }, buttons.join('')),
  );
}

function fieldHtml(element: Element): string {
  const faint = (words: string) => tag('span', { class: 'faint' }, escapeHtml(words));
  if (element.type === 'plain_text_input') {
    const { initial_value: value, placeholder, multiline } = element;
    const words = value ? escapeHtml(value) : faint(placeholder?.text ?? '');
    return tag('div', { class: multiline ? 'box tall' : 'box' }, words);
  }
  const channel = element.initial_conversation;
  const chosen = channel ? `# ${channelName(channel)}` : element.initial_option?.text.text;
  const words = chosen ? escapeHtml(chosen) : faint('Select an option');
  return tag('div', { class: 'box choice' }, words + tag('i', {}, '⌄'));
}

/** Slack's sizes for a window. */
export const MODAL_STYLE = `
  .window { border: 1px solid #8885; border-radius: 12px; padding: 20px; max-width: 520px; }
  .window h2 { margin: 0 0 20px; font-size: 22px; font-weight: 800; }
  .window label { display: block; font-weight: 700; font-size: 15px; margin-bottom: 6px; }
  .window label .faint { font-weight: 400; }
  .window .box { border: 1px solid #8888; border-radius: 6px; padding: 9px 12px; min-height: 20px; font-size: 15px; }
  .window .tall { min-height: 80px; }
  .window .choice { display: flex; justify-content: space-between; }
  .window .faint, .window small { opacity: .65; }
  .window small { display: block; font-size: 13px; margin-top: 4px; }
  .window label:not(:first-of-type) { margin-top: 18px; }
  .window i { font-style: normal; }
  .window .row { display: flex; gap: 8px; justify-content: flex-end; margin: 20px 0 0; }
  .window .row button { border: 1px solid #8888; border-radius: 6px; padding: 8px 16px; font: inherit; font-weight: 700; background: transparent; color: inherit; }
  .window .row .go { background: #007a5a; border-color: #007a5a; color: #fff; }
`;
