// State changes as operations make them, each with and without a message.
import { z } from 'zod';
import { mutation } from '../../src/core/runtime/operation.ts';
import { systemActor } from '../../src/core/runtime/system.ts';
import { defineNotification } from '../../src/core/tokens/notification.ts';
import { definePermission } from '../../src/core/tokens/permission.ts';
import { writes } from '../../src/db/scope.ts';
import { contextOf } from '../../src/slack/app/request.ts';
import { ground, workspace } from './bench-shop.ts';
import { serve } from './serve.ts';

const card = defineNotification({
  id: 'bench.card',
  priority: 'status',
  shape: 'living',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: true,
  facts: z.object({}),
});

const raise = mutation({
  name: 'bench.raise',
  permission: definePermission({ key: 'bench.raise', to: 'raise', atLeast: 'admin' }),
  input: z.object({ subject: z.string(), say: z.boolean() }),
  async run({ tx }, { subject, say }) {
    await writes(tx).$executeRaw`
      UPDATE bench_issue SET level = level + 1 WHERE workspace_id = ${tx.workspaceId}::uuid AND subject = ${subject}`;
    return {
      result: null,
      changes: [{ subject: { kind: 'issue', id: subject }, before: null, after: { raised: true } }],
      notifications: say ? [card.about(subject, 'C0BENCH', {})] : [],
    };
  },
});

serve(async ({ way, connections, seconds }) => {
  const until = performance.now() + seconds * 1_000;
  let next = 0;
  const raiseOn = async () => {
    while (performance.now() < until) {
      const subject = `subject ${next++ % 10_000}`;
      const origin = { workspace, correlationId: subject, delivery: null };
      const ctx = contextOf(ground, origin, systemActor(workspace, 'bench'));
      await raise.call(ctx, { subject, say: way === 'said' });
    }
  };
  await Promise.all(Array.from({ length: connections }, raiseOn));
  return next;
});
