import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(
    createLog('debug', {
      write(line) {
        text += line;
      },
    }),
  );
  return text;
}

const secrets = [
  'xoxb-1-secret',
  'xapp-1-secret',
  'https://hooks.slack.com/commands/T1/2/secret',
  'wss://x.slack.com/link/?ticket=secret',
];

test.each(secrets)('%s reaches a log neither in an error nor in a line of text', (secret) => {
  const text = logged((log) => {
    log.warn({ err: new Error(`no answer from ${secret} in time`) }, 'failed');
    log.warn(`no answer from ${secret} in time`);
    log.child({ correlationId: 'a' }).error({ at: 1 }, `no answer from ${secret} in time`);
  });
  expect(text).toContain('[removed]');
  expect(text).not.toContain('secret');
});

test("the value of a secret's key is removed, two levels deep", () => {
  const text = logged((log) =>
    log.info({
      token: 'secret',
      body: { response_url: 'secret', a: { trigger_id: 'secret' } },
      row: { sealed: 'secret' },
    }),
  );
  expect(text).not.toContain('"secret"');
});
