// One of two processes of a race: node --import tsx test/race/worker.ts <job> <one|two> <rounds>
import pg from 'pg';
import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createLog } from '../../src/log.ts';
import { jobs } from './jobs.ts';
import { standAtGate } from './runner.ts';

const [, , job = '', who = '', rounds = '0'] = process.argv;
const run = jobs[job];
if (!run) throw new Error(`There is no race called ${job}.`);

const config = loadConfig('database');
const gatekeeper = new pg.Client({ connectionString: config.databaseUrl ?? '' });
await gatekeeper.connect();
const open = () =>
  openDatabase({ ...config, kind: 'command', clock: systemClock, ids: randomIds, log: createLog('error') });
// The race for migrations must itself be the first to open the database.
const db = job === 'migrate' ? null : await open();

const outcomes: string[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  await standAtGate(gatekeeper, round);
  const used = db ?? (await open());
  outcomes.push(await run(used, { round, who }).catch((error: Error) => error.message));
  if (!db) await used.close();
}
await db?.close();
await gatekeeper.end();
console.log(JSON.stringify({ pid: process.pid, outcomes }));
