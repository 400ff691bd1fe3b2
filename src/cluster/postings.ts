type List = { slots: number[]; head: number };

/** For each word the articles that use it, in the order they came. */
export type Postings = {
  add(term: number, slot: number): void;
  remove(term: number, slot: number): void;
  /** The slots from `start` on are the newest `most` articles that use the word. */
  newest(term: number, most: number): { readonly slots: readonly number[]; readonly start: number };
};

/** Articles mostly leave in the order they came, so that taking one off the front must not move the rest. */
export function createPostings(): Postings {
  const lists: (List | undefined)[] = [];
  const NONE: List = { slots: [], head: 0 };

  return {
    add(term, slot) {
      const list = lists[term];
      if (list) list.slots.push(slot);
      else lists[term] = { slots: [slot], head: 0 };
    },
    remove(term, slot) {
      const list = lists[term];
      if (!list) return;
      const at = list.slots.indexOf(slot, list.head);
      if (at === list.head) list.head += 1;
      else if (at >= 0) list.slots.splice(at, 1);
      if (list.head === list.slots.length) lists[term] = undefined;
      else if (list.head > 64 && list.head * 2 > list.slots.length) {
        list.slots.splice(0, list.head);
        list.head = 0;
      }
    },
    newest(term, most) {
      const list = lists[term] ?? NONE;
      return { slots: list.slots, start: Math.max(list.head, list.slots.length - most) };
    },
  };
}
