import { defineFeature } from '../../src/core/declare/feature.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
// 10,000 pieces of due work: by the bot's loop, and by the loop that a competent developer would write first.
import { defineDue } from '../../src/core/tokens/due.ts';
import { writes } from '../../src/db/scope.ts';
import { features } from '../../src/features/index.ts';
import { runDue } from '../../src/jobs/due.ts';
import { db, ground, workspace } from './bench-shop.ts';
import { serve } from './serve.ts';

const batch = 50;
let done = 0;

const feature = defineFeature({
  name: 'bench',
  title: 'Bench',
  permissions: [],
  operations: [],
  due: [
    {
      kind: defineDue('bench.due'),
      async act({ tx }, subject) {
        await writes(tx).$executeRaw`
          /* prepared: bench.escalate */
          UPDATE bench_issue SET level = level + 1 WHERE workspace_id = ${tx.workspaceId}::uuid AND subject = ${subject}`;
        done += 1;
        const changes = [
          { subject: { kind: 'issue', id: subject }, before: null, after: { escalated: true } },
        ];
        return { next: null, changes };
      },
    },
  ],
});
const engine = { ...ground.engine, contributions: contributionsOf([...features, feature]) };

/** The same claims and the same changes; no kinds, no audit, no failures, no context. */
async function bare(): Promise<void> {
  const client = await db.pool.connect();
  try {
    for (;;) {
      await client.query('BEGIN');
      const { rows } = await client.query<{ subject: string }>(
        `SELECT subject FROM due_work WHERE workspace_id = $1 AND due_at <= $2 AND NOT set_aside
         ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
        [workspace.id, new Date(), batch],
      );
      for (const { subject } of rows)
        await client.query(
          'UPDATE bench_issue SET level = level + 1 WHERE workspace_id = $1 AND subject = $2',
          [workspace.id, subject],
        );
      await client.query('DELETE FROM due_work WHERE workspace_id = $1 AND kind = $2 AND subject = ANY($3)', [
        workspace.id,
        'bench.due',
        rows.map(({ subject }) => subject),
      ]);
      await client.query('COMMIT');
      done += rows.length;
      if (rows.length === 0) return;
    }
  } finally {
    client.release();
  }
}

serve(async ({ way }) => {
  done = 0;
  await (way === 'bare' ? bare() : runDue({ ground: { ...ground, engine }, workspace }));
  return done;
});
