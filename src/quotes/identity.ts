import type { Gender, Person } from './people.ts';

/** Who a mention means. */
export type Identity = {
  /** The full name if the article gives one, else what it is called; null where the mention names nobody. */
  readonly name: string | null;
  readonly role: string | null;
  readonly gender: Gender;
  /** The article names them in full, so they are somebody and no thing. */
  readonly person: boolean;
};

/** Nobody whom the article names. */
export const NOBODY: Identity = { name: null, role: null, gender: undefined, person: false };

/** `gender` is what the mention itself tells. */
export function meaning(person: Person, gender?: Gender): Identity {
  return { name: person.name, role: person.role, gender: person.gender ?? gender, person: true };
}
