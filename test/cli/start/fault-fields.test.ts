import { DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import { faultFields } from '../../../src/cli/start/fault-fields.ts';

test("a refused request is logged with its reason and place, without its address's token", () => {
  const refused = new DiscordAPIError(
    { code: 10062, message: 'Unknown interaction' },
    10062,
    404,
    'POST',
    'https://discord.example/api/v10/interactions/1/secret-token/callback',
    {},
  );
  const fields = faultFields(refused);
  expect(fields).toMatchObject({ name: 'DiscordAPIError[10062]', reason: 'Unknown interaction' });
  expect(fields.stack).toContain('fault-fields.test');
  expect(JSON.stringify(fields)).not.toContain('secret-token');
});

test('what is thrown and is no error is logged by its words', () => {
  expect(faultFields('closed')).toEqual({ reason: 'closed' });
});
