import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Vault } from '../opening.ts';
import type { Seal } from './seal.ts';

/** Who installed Crier, by workspace (or by organisation, where it was installed for all of one). */
export type Installations = {
  /** For Bolt's install pages. */
  readonly store: InstallationStore;
  get(id: string): Promise<Installation | null>;
  /** The ids of all of them. */
  all(): Promise<readonly string[]>;
  drop(id: string): Promise<void>;
};

const INDEX = 'slack:installations';
const place = (id: string) => `slack:installation:${id}`;

/** The id that an installation is kept under: the organisation's where it is for all of it, else the workspace's. */
export function idOf(of: {
  readonly isEnterpriseInstall?: boolean | undefined;
  readonly enterpriseId?: string | undefined;
  readonly teamId?: string | undefined;
}): string {
  return (
    (of.isEnterpriseInstall ? of.enterpriseId : of.teamId) ?? of.teamId ?? of.enterpriseId ?? ''
  );
}

/** Installations in the vault, sealed: a copy of the database is worth nothing without the key. */
export function installationsIn(
  vault: Vault,
  seal: Seal,
  installed: (id: string, installation: Installation) => void = () => {},
): Installations {
  // The list of ids is read and written as a whole: one change after the other.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  };
  async function all(): Promise<string[]> {
    const sealed = await vault.get(INDEX);
    return sealed === null ? [] : (JSON.parse(seal.open(sealed, INDEX)) as string[]);
  }
  const write = (ids: readonly string[]) =>
    vault.put(INDEX, seal.close(JSON.stringify(ids), INDEX));

  async function get(id: string): Promise<Installation | null> {
    const sealed = await vault.get(place(id));
    return sealed === null ? null : (JSON.parse(seal.open(sealed, place(id))) as Installation);
  }

  const drop = (id: string) =>
    inTurn(async () => {
      await vault.drop(place(id));
      await write((await all()).filter((one) => one !== id));
    });

  const idAsked = (query: InstallationQuery<boolean>) =>
    idOf({ ...query, teamId: query.teamId, enterpriseId: query.enterpriseId });

  return {
    get,
    all,
    drop,
    store: {
      async storeInstallation(installation) {
        const one = installation as Installation;
        const id = idOf({
          isEnterpriseInstall: one.isEnterpriseInstall,
          enterpriseId: one.enterprise?.id,
          teamId: one.team?.id,
        });
        await inTurn(async () => {
          const ids = new Set(await all());
          await vault.put(place(id), seal.close(JSON.stringify(one), place(id)));
          await write([...ids.add(id)]);
        });
        installed(id, one);
      },
      async fetchInstallation(query) {
        const found = await get(idAsked(query));
        if (found === null) throw new Error('no installation of this workspace');
        return found as never;
      },
      deleteInstallation: (query) => drop(idAsked(query)),
    },
  };
}
