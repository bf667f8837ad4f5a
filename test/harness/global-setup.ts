import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { migrate } from '../../src/db/migrate.ts';
import { startPglite } from '../../src/db/pglite.ts';
import { keepOutages } from '../../src/db/trouble/outages.ts';
import { features } from '../../src/features/index.ts';
import { openQueues } from '../../src/jobs/queues.ts';
import { createLog } from '../../src/log.ts';
import { watchFacts } from './fact-watch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /**
     * A migrated empty database: an archive for the embedded one, and one without the tests' watch on facts, or the URL
     * of one on PostgreSQL.
     */
    database: { readonly archive: string; readonly unwatched: string } | { readonly url: string };
  }
}

const migrations = 'prisma/migrations';
const tools = { clock: systemClock, ids: randomIds, log: createLog('error') };

/** Migrates once for the whole run: every test process starts from the result. */
export default async function setup({ provide, name: project }: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) {
    const url = new URL(server);
    const name = `qm_test_${project}_${process.pid}`;
    await onServer(server, `CREATE DATABASE ${name}`);
    url.pathname = `/${name}`;
    await prepare({ connectionString: url.href });
    await watch({ connectionString: url.href });
    provide('database', { url: url.href });
    return async () => await dropAll(server, name);
  }
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-test-'));
  const [unwatched, archive] = [join(folder, 'unwatched.tar'), join(folder, 'migrated.tar')];
  const pglite = await startPglite();
  const connection = { host: pglite.socketDir, user: 'postgres', database: 'postgres' };
  await prepare(connection);
  await writeFile(unwatched, await pglite.dump());
  await watch(connection);
  await writeFile(archive, await pglite.dump());
  await pglite.stop();
  provide('database', { archive, unwatched });
  return async () => await rm(folder, { recursive: true, force: true });
}

/** Creates the tables of the job queues too: that takes longer than most tests. */
async function prepare(connection: pg.ClientConfig): Promise<void> {
  await migrate(connection, migrations, tools);
  const pool = new pg.Pool(connection);
  const queues = openQueues({ pool }, features, {
    ...tools,
    outages: keepOutages(tools.clock, tools.log),
  });
  await queues.start();
  await queues.boss.stop({ close: false });
  await pool.end();
}

async function watch(connection: pg.ClientConfig): Promise<void> {
  const pool = new pg.Pool(connection);
  await watchFacts(pool, features);
  await pool.end();
}

/** Drops the template and all its copies. */
async function dropAll(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE datname = $1 OR starts_with(datname, $2)',
    [name, `${name}_`],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  await client.end();
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
