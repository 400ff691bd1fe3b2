import type { APIInteraction } from 'discord.js';
import type { Log } from '../../lib/log.ts';
import { type Message, message, strong, text } from '../message.ts';
import type { Vault } from '../opening.ts';
import type { Answering } from '../platform.ts';
import type { ChatWords } from '../words.ts';
import { askerOf } from './asker.ts';
import { howToGrant, missingIn } from './permissions.ts';

const keyOf = (guild: string): string => `discord:welcomed:${guild}`;

/**
 * The welcome of a server: Discord does not say who added Crier, and no channel is private, so the first manager who
 * uses /news there gets it, once.
 */
export function createWelcome(vault: Vault, answering: Answering, log: Log) {
  const greeting = new Set<string>();
  return {
    /** Says it by `say`, and remembers that it did once the first part stands. Rejects where `say` does. */
    async for(interaction: APIInteraction, say: (part: Message) => Promise<void>): Promise<void> {
      const guild = interaction.guild_id;
      const asker = askerOf(interaction);
      if (!guild || !asker.isManager || greeting.has(guild)) return;
      greeting.add(guild);
      try {
        if ((await vault.get(keyOf(guild))) !== null) return;
        const [first, ...others] = await answering.welcome(asker);
        // A fault that is in the log: the next one who asks is greeted.
        if (!first) return;
        await say(first);
        await vault.put(keyOf(guild), 'yes');
        log.info('discord server was welcomed', { guild });
        const rights = BigInt(interaction.app_permissions ?? '0');
        const words = await answering.words(asker);
        for (const part of [...others, rightsMessage(missingIn(rights), words)]) await say(part);
      } finally {
        greeting.delete(guild);
      }
    },
    /** Crier was taken out of a server: whoever brings it back is welcome again. */
    forget: (guild: string): Promise<void> => vault.drop(keyOf(guild)),
  };
}

/** What Crier may do in this channel, and how to grant the rest. */
function rightsMessage(missing: readonly string[], words: ChatWords): Message {
  if (missing.length === 0) {
    return message([
      {
        kind: 'paragraph',
        runs: [text(words.allRights)],
      },
    ]);
  }
  return message([
    {
      kind: 'paragraph',
      runs: words.rightsMissing(strong(words.told(missing.join(', ')))),
    },
    { kind: 'note', runs: [text(words.told(howToGrant(missing, 'this channel')))] },
  ]);
}
