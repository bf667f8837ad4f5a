import type { AuditEntry, Change } from './change.ts';
import type { Context, MutationContext } from './context.ts';
import type { TransactionOptions } from './database.ts';
import { nothingPending } from './effects.ts';
import { Refusal } from './refusal.ts';

/**
 * Runs `work` in one transaction: the caller's, if there is one. Messages, due work and jobs are written at its end in
 * a fixed order, so that two transactions that touch the same cards do not deadlock. If two still deadlock over rows of
 * the domain, one of them runs again; only bulk work, which has its own timeout and may count as it goes, does not. A
 * redelivered request is refused with a sentence.
 */
export async function inUnit<T>(
  ctx: Context,
  options: TransactionOptions,
  work: (ctx: MutationContext) => Promise<T>,
): Promise<T> {
  if (isInTransaction(ctx)) return await work(ctx);
  const { database } = ctx.engine;
  const { result, saidSomething } = await database.transaction(
    ctx.workspace.id,
    async (tx) => {
      const pending = nothingPending();
      // The claim shares the transaction of its effect: one cannot exist without the other.
      if (ctx.delivery && !(await database.claim(tx, ctx.delivery, ctx.now))) {
        throw new Refusal('conflict', 'That was already done: the same request arrived twice.');
      }
      const result = await work({ ...ctx, scope: tx, tx, pending });
      await database.defer(tx, pending, ctx);
      if (pending.jobs.length > 0) await ctx.engine.queue(tx, pending.jobs, ctx.correlationId);
      return { result, saidSomething: pending.notifications.length > 0 };
    },
    { ...options, repeatable: options.timeout === undefined },
  );
  if (saidSomething) ctx.engine.wake();
  return result;
}

/** Records who changed what, under the name of the operation. */
export async function recordChanges(
  ctx: MutationContext,
  operation: string,
  changes: readonly Change[],
): Promise<void> {
  await ctx.engine.database.audit(ctx.tx, auditEntries(ctx, operation, changes));
}

export function auditEntries(
  ctx: Context,
  operation: string,
  changes: readonly Change[],
): readonly AuditEntry[] {
  return changes.map((change) => ({
    ...change,
    id: ctx.ids.uuid(ctx.now),
    recordedAt: ctx.now,
    actor: { kind: ctx.actor.kind, id: ctx.actor.id },
    operation,
    correlationId: ctx.correlationId,
  }));
}

export function isInTransaction(ctx: Context): ctx is MutationContext {
  return 'tx' in ctx;
}
