// npm run test:postgres: the suite of npm test, on a PostgreSQL server, and what it reads in a large shop. Fails loudly without one.
import { spawnSync } from 'node:child_process';
import pg from 'pg';

const url = process.env.TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
try {
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  );
  console.log(`Running the suite on PostgreSQL ${rows[0]?.version}`);
  await client.end();
} catch (error) {
  console.error(
    `There is no PostgreSQL to test on (${(error as Error).message}).\nStart one on 127.0.0.1:5432, or set TEST_DATABASE_URL=postgresql://…`,
  );
  process.exit(1);
}

// What npm test has run already: processes around the embedded database, and what asks no database at all.
const sameOnAny = [
  'test/scenarios/running/{import-processes,embedded-owner,demo,start,stop,malformed}.test.ts',
  'test/scenarios/imports/{owner-killed,command-line}.test.ts',
  'src/{core/{text,time,tokens},ui,charts,slack/receiver}/**',
  'src/features/**/*rules.test.ts',
  'src/features/kpis/{asking,moved}/**',
  'src/db/{pglite,migrate}.test.ts',
  // Random walks through what is asked and answered: the statements behind it are asked by all the others.
  'test/scenarios/{approvals,issues}/walk.test.ts',
  'test/scenarios/issues/model/**',
  // Whole files of real data: what comes of them, npm test has counted.
  'src/features/kpis/figure/reference.test.ts',
  'test/scenarios/sources/real-files.test.ts',
  // What the year of the sample is made of; that it is laid out on a server too, its own test says.
  'prisma/seed/year.test.ts',
].flatMap((files) => ['--exclude', files]);
const suite = ['run', '--project', 'unit', '--project', 'explain', ...sameOnAny];
const args = ['node_modules/vitest/vitest.mjs', ...suite, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, {
  stdio: 'inherit',
  // Orders of arrival are gone through by npm test; here it is a server's answers that count.
  env: { ROADS_SHUFFLES: '3', ...process.env, TEST_DATABASE_URL: url },
});
process.exit(status ?? 1);
