// 10,000 pieces of due work: by the bot's loop one by one and in batches, and by the loop that a competent developer would write first.

import { acts, actsTogether, type DueHandler } from '../../src/core/declare/due.ts';
import { defineFeature } from '../../src/core/declare/feature.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { defineDue } from '../../src/core/tokens/due.ts';
import { writes } from '../../src/db/scope.ts';
import { features } from '../../src/features/index.ts';
import { runDue } from '../../src/jobs/due.ts';
import { db, ground, workspace } from './bench-shop.ts';
import { serve } from './serve.ts';

const batch = 100;
let done = 0;

const kind = defineDue('bench.due');
const escalated = (id: string) => ({
  changes: [{ subject: { kind: 'issue', id }, before: null, after: { escalated: true } }],
  next: null,
});

const oneByOne = acts(kind, async ({ tx }, subject) => {
  await writes(tx).$executeRaw`
    /* prepared: bench.escalate */
    UPDATE bench_issue SET level = level + 1 WHERE workspace_id = ${tx.workspaceId}::uuid AND subject = ${subject}`;
  done += 1;
  return escalated(subject);
});

const together = actsTogether(kind, async ({ tx }, pieces) => {
  const subjects = pieces.map(({ subject }) => subject);
  await writes(tx).$executeRaw`
    /* prepared: bench.escalate-all */
    UPDATE bench_issue SET level = level + 1
    WHERE workspace_id = ${tx.workspaceId}::uuid AND subject = ANY(${subjects}::text[])`;
  done += pieces.length;
  return new Map(subjects.map((subject) => [subject, escalated(subject)]));
});

const groundWith = (handler: DueHandler) => {
  const feature = defineFeature({
    name: 'bench',
    title: 'Bench',
    permissions: [],
    operations: [],
    due: [handler],
  });
  const engine = { ...ground.engine, contributions: contributionsOf([...features, feature]) };
  return { ground: { ...ground, engine }, workspace };
};
const grounds = { alone: groundWith(oneByOne), together: groundWith(together) };

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
  await (way === 'alone' || way === 'together' ? runDue(grounds[way]) : bare());
  return done;
});
