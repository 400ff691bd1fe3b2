import { parseDuration } from '../lib/amounts.ts';
import { ConfigError } from '../lib/errors.ts';
import { Secret } from '../lib/secret.ts';
import type { Limits } from '../llm/budget.ts';
import { MODEL_DEFAULTS, type ModelSettings } from '../llm/settings.ts';
import { HOME_CONFIG } from './home.ts';
import { loadPrompts, type Prompts } from './prompts.ts';
import type { Settings } from './schema.ts';
import type { Secrets } from './secrets.ts';

/** The language model an operator named, and how far Crier may go with it. */
export type ModelConfig = {
  readonly settings: ModelSettings;
  readonly limits: Limits;
  readonly prompts: Prompts;
  readonly mostCharacters: number;
  readonly mostAnswerTokens: number;
};

/** The model that the environment names, or null where it names none. Throws ConfigError for half of one. */
export function modelIn(
  read: Settings['model'],
  secrets: Secrets,
  configDir: string,
): ModelConfig | null {
  const [url, model, key] = ['URL', 'MODEL', 'KEY'].map((name) => secrets[`CRIER_LLM_${name}`]);
  if (!url && !model && !key) return null;
  if (!url || !model) {
    throw new ConfigError(
      `The language model is set up by half: ${url ? 'CRIER_LLM_MODEL' : 'CRIER_LLM_URL'} is missing. docs/model.md says what goes there.`,
    );
  }
  const address = url
    .reveal()
    .trim()
    .replace(/\/+$/, '')
    .replace(/\/chat\/completions$/, '');
  if (!/^https?:/i.test(address) || !URL.canParse(address)) {
    throw new ConfigError(
      'CRIER_LLM_URL takes an address such as http://localhost:11434/v1, without /chat/completions.',
    );
  }
  return {
    settings: {
      url: address,
      key: key ? headerKey(key) : null,
      model: model.reveal().trim(),
      timeoutMs: parseDuration(read.timeout) ?? MODEL_DEFAULTS.timeoutMs,
      patienceMs: parseDuration(read.patience) ?? MODEL_DEFAULTS.patienceMs,
      atOnce: read.at_once,
      mostPromptCharacters: read.max_prompt,
      mostAnswerBytes: MODEL_DEFAULTS.mostAnswerBytes,
      price: read.price,
    },
    limits: {
      perDay: limitOf(read.budget.day_tokens, read.budget.day_money),
      perTenantDay: limitOf(read.budget.place_day_tokens, read.budget.place_day_money),
      perPersonHour: limitOf(read.budget.person_hour_tokens, read.budget.person_hour_money),
    },
    prompts: loadPrompts(configDir, HOME_CONFIG),
    mostCharacters: read.article_characters,
    mostAnswerTokens: read.max_answer,
  };
}

/** The key as it can be sent; spaces and line breaks around it come with copying. Throws ConfigError for any within. */
function headerKey(given: Secret): Secret {
  const key = given.reveal().trim();
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new ConfigError(
      'CRIER_LLM_KEY takes one key: letters, digits and signs, without spaces or line breaks within.',
    );
  }
  return new Secret(key);
}

const MICROS = 1_000_000;

function limitOf(tokens: number | 'none', money: number | 'none') {
  return {
    tokens: tokens === 'none' ? null : tokens,
    micros: money === 'none' ? null : Math.floor(money * MICROS),
  };
}
