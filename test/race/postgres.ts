import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createLog } from '../../src/log.ts';

const server = process.env.TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

/** A database for this test on the PostgreSQL server; fails if there is no server. */
export async function ownDatabase({ migrated = true } = {}): Promise<string> {
  const { url, drop } = await newDatabase({ migrated });
  onTestFinished(drop);
  return url;
}

/** The same outside a test: the caller drops it. */
export async function newDatabase({ migrated = true } = {}) {
  const name = `qm_race_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const drop = async () => await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  if (migrated)
    await migrate({ connectionString: url.href }, 'prisma/migrations', {
      clock: systemClock,
      ids: randomIds,
      log: createLog('error'),
    });
  return { url: url.href, drop };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
