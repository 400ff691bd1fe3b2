/** Lets people wait for something to become true; whoever changes the world calls `changed`. */
export class Waiting {
  readonly #open = new Set<{ look: () => boolean; fail: (reason: Error) => void }>();

  /** The first value that is not undefined. Rejects when the fake is closed before there is one. */
  async until<T>(what: string, look: () => T | undefined): Promise<T> {
    const now = look();
    if (now !== undefined) return now;
    return new Promise((done, fail) => {
      const entry = {
        look: () => {
          let found: T | undefined;
          try {
            found = look();
          } catch (error) {
            fail(error);
            return true;
          }
          if (found === undefined) return false;
          done(found);
          return true;
        },
        fail: () => fail(new Error(`the fake Discord was closed while waiting for ${what}`)),
      };
      this.#open.add(entry);
    });
  }

  changed(): void {
    for (const entry of [...this.#open]) if (entry.look()) this.#open.delete(entry);
  }

  close(): void {
    for (const entry of this.#open) entry.fail(new Error('closed'));
    this.#open.clear();
  }
}
