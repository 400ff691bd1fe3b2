import { readChannel } from './channel.ts';
import type { Format } from './format.ts';
import { childOf, childrenOf } from './xml-tree.ts';

/** RSS 0.90 and 1.0: the items stand beside the channel. */
export const rdf: Format = {
  name: 'rdf',
  read(source) {
    if (source.kind !== 'xml' || !['rdf:rdf', 'rdf'].includes(source.root.name)) return null;
    const channel = childOf(source.root, 'channel') ?? source.root;
    const inside = channel === source.root ? [] : childrenOf(channel, 'item');
    return readChannel(channel, [...childrenOf(source.root, 'item'), ...inside], source.url);
  },
};
