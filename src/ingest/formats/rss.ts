import { readChannel } from './channel.ts';
import type { Format } from './format.ts';
import { childOf, childrenOf, type XmlElement } from './xml-tree.ts';

/** RSS 0.91 to 2.0. Items are taken wherever they stand: inside the channel, beside it, or with no channel at all. */
export const rss: Format = {
  name: 'rss',
  read(source) {
    if (source.kind !== 'xml' || (source.root.name !== 'rss' && source.root.name !== 'channel'))
      return null;
    const channel = childOf(source.root, 'channel') ?? source.root;
    return readChannel(channel, itemsOf(source.root), source.url);
  },
};

function itemsOf(element: XmlElement): XmlElement[] {
  const holders = [element, ...childrenOf(element, 'channel', 'items')];
  return holders.flatMap((holder) => [
    ...childrenOf(holder, 'item'),
    ...(holder === element
      ? []
      : childrenOf(holder, 'items').flatMap((list) => childrenOf(list, 'item'))),
  ]);
}
