import type { APIInteraction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { askerOf } from '../../../src/chat/discord/asker.ts';

const user = { id: '7', username: 'ada.l', global_name: 'Ada' };
const asked = (about: object) => askerOf(about as APIInteraction);

describe('an asker', () => {
  test('is called as in the server, else as everywhere, else by the account', () => {
    const nameOf = (about: object) => asked({ guild_id: '1', ...about }).person.name;
    expect(nameOf({ member: { nick: 'The Countess', user, permissions: '0' } })).toBe(
      'The Countess',
    );
    expect(nameOf({ member: { nick: null, user, permissions: '0' } })).toBe('Ada');
    expect(nameOf({ user: { ...user, global_name: null } })).toBe('ada.l');
  });

  test('has no channel where Discord names none', () => {
    expect(asked({ guild_id: '1', member: { user, permissions: '32' } })).toMatchObject({
      channel: null,
      isManager: true,
    });
  });
});
