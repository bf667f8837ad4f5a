import pg from 'pg';
import { runScript } from '../harness/processes.ts';

export interface RaceResult {
  readonly pid: number;
  /** The outcome of each round in this process. */
  readonly outcomes: readonly string[];
}

/** Any number: the two processes wait for this lock before each round. */
const gate = 9_001;

/**
 * Runs `test/race/worker.ts <job>` twice as real processes. Before each round both wait for an advisory lock, which
 * opens once both have arrived, so that they really start together.
 */
export async function race(
  url: string,
  job: string,
  rounds: number,
): Promise<readonly [RaceResult, RaceResult]> {
  const starter = new pg.Client({ connectionString: url });
  await starter.connect();
  const runners = ['one', 'two'].map((who) =>
    runScript('test/race/worker.ts', [job, who, String(rounds)], { DATABASE_URL: url }),
  );
  try {
    await starter.query('SELECT pg_advisory_lock($1, 0)', [gate]);
    for (let round = 0; round < rounds; round += 1) {
      await bothWait(starter, round);
      // The next gate closes before this one opens: a fast process cannot run ahead.
      if (round + 1 < rounds) await starter.query('SELECT pg_advisory_lock($1, $2)', [gate, round + 1]);
      await starter.query('SELECT pg_advisory_unlock($1, $2)', [gate, round]);
    }
    const results = await Promise.all(
      runners.map(async (runner) => {
        if ((await runner.ended()) !== 0) throw new Error(runner.output());
        return JSON.parse(runner.output().trim().split('\n').at(-1) ?? '') as RaceResult;
      }),
    );
    const [one, two] = results as [RaceResult, RaceResult];
    console.log(`${job}: ${rounds} rounds between processes ${one.pid} and ${two.pid}`);
    return [one, two];
  } finally {
    await starter.end();
  }
}

/** Asks the database who waits: only PostgreSQL itself can witness that both have arrived. */
async function bothWait(starter: pg.Client, round: number): Promise<void> {
  for (;;) {
    const { rows } = await starter.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND NOT granted",
      [gate, round],
    );
    if (rows[0]?.n === 2) return;
  }
}

/** The worker's side: waits at a round's gate until it opens. */
export async function standAtGate(client: pg.Client, round: number): Promise<void> {
  await client.query('SELECT pg_advisory_lock_shared($1, $2)', [gate, round]);
  await client.query('SELECT pg_advisory_unlock_shared($1, $2)', [gate, round]);
}
