import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOME } from '../../src/config/home.ts';
import { loadPrompts } from '../../src/config/prompts.ts';
import { ConfigError } from '../../src/lib/errors.ts';
import { fill } from '../../src/summarise/writers/template.ts';
import { temporaryFolder } from '../support/store.ts';

const shipped = join(HOME, 'config');

function folderWith(text: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'prompts'));
  writeFileSync(join(folder, 'prompts', 'digest.md'), text);
  return folder;
}

const problemsOf = (text: string) => {
  try {
    loadPrompts(folderWith(text), shipped);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.split('\n').map((line) => line.replace(/^.*digest\.md: /, ''));
  }
  return [];
};

describe('prompts', () => {
  it('that Crier ships can be used', () => {
    const { digest, question } = loadPrompts(shipped, shipped);
    expect(digest.system).toMatch(/^You write short news digests/);
    expect(question.user).toContain('{{question}}');
  });

  it('of the operator’s own folder win, the others stay', () => {
    const text =
      '# System\n\nMine {{language}} {{boundary}}\n\n# Request\n\n{{sources}} {{quotes}}\n';
    const prompts = loadPrompts(folderWith(text), shipped);
    expect(prompts.digest).toEqual({
      system: 'Mine {{language}} {{boundary}}',
      user: '{{sources}} {{quotes}}',
    });
    expect(prompts.question.system).toContain('You answer questions');
  });

  it.each([
    [
      '# System\nx {{language}} {{boundary}}\n# Request\n{{sources}}\n',
      ['the placeholder {{quotes}} is missing.'],
    ],
    [
      '# System\nx {{language}} {{boundary}} {{tone}}\n# Request\n{{sources}} {{quotes}}\n',
      [
        '{{tone}} is no placeholder; there are {{language}}, {{boundary}}, {{sources}}, {{quotes}}.',
      ],
    ],
    ['just text', ['needs the headings "# System" and "# Request", in this order.']],
  ])('with something wrong are refused with a line for it', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('are filled once: a place inside an article stays as it is', () => {
    expect(fill('{{a}} {{ b }}', { a: '{{b}}', b: 'x$1' })).toBe('{{b}} x$1');
  });
});
