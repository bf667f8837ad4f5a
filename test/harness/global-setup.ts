import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { systemClock } from '../../src/core/clock.ts';
import { randomIds } from '../../src/core/ids.ts';
import { migrate } from '../../src/db/migrate.ts';
import { startPglite } from '../../src/db/pglite.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated empty database: an archive for the embedded one, or the address of one on PostgreSQL. */
    database: { readonly archive: string } | { readonly url: string };
  }
}

const migrations = 'prisma/migrations';
const tools = { clock: systemClock, ids: randomIds };

/** Migrates once for the whole run: every test process starts from the result. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) {
    const url = new URL(server);
    const name = `qm_test_${process.pid}`;
    await onServer(server, `CREATE DATABASE ${name}`);
    url.pathname = `/${name}`;
    await migrate({ connectionString: url.href }, migrations, tools);
    provide('database', { url: url.href });
    return async () => await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-test-'));
  const archive = join(folder, 'migrated.tar');
  const pglite = await startPglite();
  await migrate({ host: pglite.socketDir, user: 'postgres', database: 'postgres' }, migrations, tools);
  await writeFile(archive, await pglite.dump());
  await pglite.stop();
  provide('database', { archive });
  return async () => await rm(folder, { recursive: true, force: true });
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
