import { expect, test } from 'vitest';
import { faultOf } from '../../../src/chat/slack/failure.ts';

test('of an error the log is told the deepest reason and the code, without tokens and requests', () => {
  const error = Object.assign(
    new Error('failed', { cause: new Error('no way with xoxb-1-2-abc to there') }),
    { code: 'slack_webapi_request_error', headers: { authorization: 'Bearer xoxb-1-2-abc' } },
  );
  expect(faultOf(error)).toEqual({
    reason: 'no way with [redacted] to there',
    code: 'slack_webapi_request_error',
  });
  expect(faultOf(undefined)).toEqual({ reason: 'undefined' });
});
