import { expect, test } from 'vitest';
import { freePort } from '../../test/harness/free-port.ts';
import { refusingDatabase } from '../../test/harness/refusing-database.ts';
import { systemClock } from '../core/runtime/clock.ts';
import { randomIds } from '../core/runtime/ids.ts';
import type { Log } from '../core/runtime/log.ts';
import { ConfigError } from '../core/runtime/refusal.ts';
import { openDatabase } from './open.ts';

/** Tries to open a database that refuses connections, as the bot or as a command. Returns the failure and the warnings. */
async function opening(port: number, kind: 'server' | 'command') {
  const warnings: { reason?: string }[] = [];
  const log = { warn: (about: object) => void warnings.push(about) } as unknown as Log;
  const databaseUrl = `postgresql://ops:word@127.0.0.1:${port}/shop`;
  const tools = { clock: systemClock, ids: randomIds, log };
  const opened = openDatabase({ databaseUrl, dataDir: '', poolSize: 2, kind, ...tools });
  return { warnings, failure: await opened.then(null, (error: unknown) => error) };
}

const sentencesOf = (failure: unknown) => (failure as ConfigError).problems.join(' ');

test.each([
  ['28P01', 'password authentication failed for user "ops"', '# is %23'],
  ['28000', 'role "ops" does not exist', 'does not lead to a usable database'],
  ['3D000', 'database "shop" does not exist', 'does not lead to a usable database'],
  ['42501', 'permission denied for schema public', 'does not lead to a usable database'],
])('a wrong setting (%s: %s) is a configuration error at once', async (code, sentence, hint) => {
  const port = await freePort();
  await refusingDatabase(port, code, sentence);
  for (const kind of ['server', 'command'] as const) {
    const { failure, warnings } = await opening(port, kind);
    expect(failure).toBeInstanceOf(ConfigError);
    expect(sentencesOf(failure)).toContain(sentence);
    expect(sentencesOf(failure)).toContain(hint);
    expect(warnings).toEqual([]);
  }
});

test('the bot waits while the database starts up, and logs that once in the first minute', async () => {
  const port = await freePort();
  const database = await refusingDatabase(port, '57P03', 'the database system is starting up');
  setTimeout(() => database.now('3D000', 'database "shop" does not exist'), 2_500);
  const { failure, warnings } = await opening(port, 'server');
  expect(failure).toBeInstanceOf(ConfigError);
  expect(warnings).toEqual([{ reason: 'the database system is starting up', seconds: 0 }]);
});

test('a command does not wait: it fails at once with the reason', async () => {
  const { failure, warnings } = await opening(await freePort(), 'command');
  expect(sentencesOf(failure)).toContain('DATABASE_URL does not lead to a database: connect ECONNREFUSED');
  expect(warnings).toEqual([]);
});
