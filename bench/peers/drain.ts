import { z } from 'zod';
import { defineFeature } from '../../src/core/declare/feature.ts';
import { worksTogether } from '../../src/core/declare/work.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
// 10,000 small pieces of work: by the bot's drain, and by the loop that a competent developer would write first.
import { defineWork } from '../../src/core/tokens/work.ts';
import { writes } from '../../src/db/scope.ts';
import { keepDrain } from '../../src/jobs/drain/drain.ts';
import { db, ground, workspace } from './bench-shop.ts';
import { serve } from './serve.ts';

const batch = 100;
let done = 0;

const feature = defineFeature({
  name: 'bench',
  title: 'Bench',
  permissions: [],
  operations: [],
  work: [
    worksTogether(
      defineWork({ id: 'bench.work', data: z.object({}), together: batch }),
      async ({ tx }, pieces) => {
        await writes(tx).$executeRaw`
          /* prepared: bench.work */
          UPDATE bench_issue SET level = level + 1
          WHERE workspace_id = ${tx.workspaceId}::uuid AND subject = ANY(${pieces.map(({ subject }) => subject)}::text[])`;
        done += pieces.length;
        return { changes: [] };
      },
    ),
  ],
});
const engine = { ...ground.engine, contributions: contributionsOf([feature]) };

/** The same claims, changes and deletes, in two hands; no kinds, no subjects, no failures, no context. */
async function bare(): Promise<void> {
  const client = await db.pool.connect();
  try {
    for (;;) {
      await client.query('BEGIN');
      const { rows } = await client.query<{ id: string; subject: string }>(
        `SELECT id, subject, data FROM work WHERE workspace_id = $1 AND due_at <= $2 AND kind = 'bench.work' AND state <> 'stuck'
         ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED`,
        [workspace.id, new Date(), batch],
      );
      await client.query(
        'UPDATE bench_issue SET level = level + 1 WHERE workspace_id = $1 AND subject = ANY($2)',
        [workspace.id, rows.map(({ subject }) => subject)],
      );
      await client.query('DELETE FROM work WHERE workspace_id = $1 AND id = ANY($2)', [
        workspace.id,
        rows.map(({ id }) => id),
      ]);
      await client.query('COMMIT');
      done += rows.length;
      if (rows.length === 0) return;
    }
  } finally {
    client.release();
  }
}

const { drain } = keepDrain({ ...ground, engine }, db.prisma);

serve(async ({ way }) => {
  done = 0;
  await (way === 'bare' ? Promise.all([bare(), bare()]) : drain(workspace.id));
  return done;
});
