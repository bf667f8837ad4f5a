import pg from 'pg';

const server = process.env.TEST_DATABASE_URL || 'postgresql://postgres@127.0.0.1:5432/postgres';

export interface BenchDatabase extends AsyncDisposable {
  readonly url: string;
}

/** Creates an empty database on the server; disposing drops it. */
export async function createDatabase(label: string): Promise<BenchDatabase> {
  const name = `qm_bench_${process.pid}_${label}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: async () => await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** Throws a sentence when there is no PostgreSQL to measure. */
export async function demandPostgres(): Promise<void> {
  try {
    await onServer('SELECT 1');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const { host } = new URL(server);
    throw new Error(
      `PostgreSQL does not answer at ${host} (${message || code}). Start it, or set its address in TEST_DATABASE_URL.`,
    );
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
