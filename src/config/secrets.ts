import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PLATFORMS } from '../chat/index.ts';
import { ConfigError } from '../lib/errors.ts';
import { Secret } from '../lib/secret.ts';
import type { Environment } from './environment.ts';

/** Every secret Crier knows by name; each may also come as the file that `NAME_FILE` names. */
const SECRET_NAMES = [
  ...PLATFORMS.flatMap((platform) => platform.secrets),
  'CRIER_LLM_URL',
  'CRIER_LLM_KEY',
  'CRIER_LLM_MODEL',
];

export type Secrets = Readonly<Record<string, Secret>>;

/** The secrets that are set. Throws ConfigError for one that is set twice or whose file cannot be read. */
export function readSecrets(environment: Environment): Secrets {
  const found = SECRET_NAMES.flatMap((name) => {
    const secret = readSecret(environment, name);
    return secret ? [[name, secret] as const] : [];
  });
  return Object.fromEntries(found);
}

/**
 * The secret `NAME`, from the variable itself or from the file that `NAME_FILE` names (its last line break is
 * not part of it); undefined where neither is set. Throws ConfigError where both are, or the file cannot be read.
 */
function readSecret(environment: Environment, name: string): Secret | undefined {
  const value = environment[name];
  const file = environment[`${name}_FILE`];
  if (value && file) {
    throw new ConfigError(`${name} and ${name}_FILE are both set: keep one of them.`);
  }
  if (value) return new Secret(value);
  if (!file) return undefined;
  let text: string;
  try {
    text = readFileSync(resolve(environment.INIT_CWD ?? process.cwd(), file), 'utf8');
  } catch (cause) {
    throw new ConfigError(`${name}_FILE: cannot read ${file}.`, { cause });
  }
  const secret = text.replace(/\r?\n$/, '');
  if (!secret) throw new ConfigError(`${name}_FILE: ${file} is empty.`);
  return new Secret(secret);
}
