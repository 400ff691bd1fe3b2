import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../lib/errors.ts';
import {
  PROMPT_PLACES,
  type PromptName,
  readTemplate,
  type Template,
} from '../summarise/writers/template.ts';

export type Prompts = Readonly<Record<PromptName, Template>>;

/**
 * The prompts of `prompts/` in the configuration's folder; one that does not stand there is taken from the folder
 * Crier ships. Throws ConfigError with one line for each thing wrong with a file.
 */
export function loadPrompts(configDir: string, shippedDir: string): Prompts {
  const problems: string[] = [];
  const read = (name: PromptName): Template => {
    const own = join(configDir, 'prompts', `${name}.md`);
    const file = existsSync(own) ? own : join(shippedDir, 'prompts', `${name}.md`);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (cause) {
      throw new ConfigError(`${file}: cannot be read. Put the prompt back that Crier ships.`, {
        cause,
      });
    }
    const result = readTemplate(text, name);
    if ('template' in result) return result.template;
    problems.push(...result.problems.map((problem) => `${file}: ${problem}`));
    return { system: '', user: '' };
  };
  const names = Object.keys(PROMPT_PLACES) as PromptName[];
  const prompts = Object.fromEntries(names.map((name) => [name, read(name)])) as Prompts;
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return prompts;
}
