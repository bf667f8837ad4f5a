import { setTimeout as wait } from 'node:timers/promises';
import type { QueuedJob } from '../tokens/job.ts';
import type { Actor } from './actor.ts';
import type { AuditEntry, Change } from './change.ts';
import type { Context, MutationContext } from './context.ts';
import type { TransactionOptions, Tx } from './database.ts';
import { nothingPending } from './effects.ts';
import { Refusal } from './refusal.ts';

/**
 * Milliseconds between attempts to find out whether a transaction without an answer was committed: about ten minutes
 * in all.
 */
const pausesMs = [50, 200, 500, 1_000, 2_000, 5_000, ...Array.from({ length: 59 }, () => 10_000)];

export interface UnitOptions extends TransactionOptions {
  /** Locks to take before the actor's rights are held: taken after them they could deadlock with a revoke. */
  readonly first?: ((tx: Tx, actor: Actor) => Promise<void>) | undefined;
}

/**
 * Runs `work` in one transaction: the caller's, if there is one. Messages, due work and jobs of everything that ran
 * in it are written at its end, in an order that is always the same, or two transactions that touch the same cards
 * would wait for each other for ever. Where two do all the same, over rows of the domain, one of them is begun anew;
 * only bulk work, which has a timeout of its own and may count as it goes, is not.
 *
 * A person's roles are read again when the transaction begins and cannot change until it ends: `work` gets a context
 * with them.
 *
 * A request that was delivered before, or whose COMMIT got no answer, has its effect once: a repeat returns the kept
 * result, which must be plain data.
 */
export async function inUnit<T>(
  ctx: Context,
  options: UnitOptions,
  work: (ctx: MutationContext) => Promise<T>,
): Promise<T> {
  if (isInTransaction(ctx)) return await work(ctx);
  const progress = ctx.delivery?.progress;
  if (progress?.done && !progress.resumed)
    throw new Error('A request makes one change: what belongs together is one operation.');
  for (const [tries, pause] of [0, ...pausesMs].entries()) {
    if (pause > 0) await wait(pause);
    try {
      const ended = await once(ctx, options, work);
      if (progress) {
        progress.done = true;
        progress.changed ||= ended.changed;
        progress.repeated ||= ended.repeated && tries === 0;
      }
      if (ended.saidSomething) ctx.engine.wake();
      if (ended.leftWork) ctx.engine.wakeWork();
      if (ended.jobs.length > 0) ctx.engine.wakeJobs(ended.jobs);
      return ended.result;
    } catch (error) {
      if (error instanceof DoneBefore && progress) {
        // At the first try another delivery did it, and answers.
        if (tries === 0) progress.repeated = true;
        else progress.done = true;
      }
      // Once in doubt, an unreachable database leaves it in doubt.
      const inDoubt = error instanceof InDoubt || (tries > 0 && ctx.engine.database.trouble(error) !== null);
      if (!inDoubt) throw error;
      if (!progress) throw error instanceof InDoubt ? error.cause : error;
    }
  }
  throw new Refusal(
    'unavailable',
    'I lost my records at that very moment: I cannot tell whether it was done.',
    {
      next: 'Look how it stands before you do it again.',
    },
  );
}

/** The connection broke after COMMIT was sent and before its answer. */
class InDoubt extends Error {}

/** The effect exists, but its result is no longer kept: it was answered, or was too large. */
class DoneBefore extends Refusal {}

interface Ended<T> {
  readonly result: T;
  /** True: an earlier delivery had the effect, and this is its kept result. */
  readonly repeated: boolean;
  readonly saidSomething: boolean;
  readonly leftWork: boolean;
  readonly jobs: readonly QueuedJob[];
  readonly changed: boolean;
}

async function once<T>(
  ctx: Context,
  { first, ...options }: UnitOptions,
  work: (ctx: MutationContext) => Promise<T>,
): Promise<Ended<T>> {
  const { delivery } = ctx;
  const { database } = ctx.engine;
  let committing = false;
  try {
    return await database.transaction(
      ctx.workspace.id,
      async (tx) => {
        committing = false;
        const pending = nothingPending();
        // The claim shares the transaction of its effect: one cannot exist without the other.
        const claim = delivery && (await database.claim(tx, delivery, ctx.now));
        if (claim && !claim.first) {
          // Whoever closed an act answers it; an event is answered by whoever handles it again.
          if (claim.closed && delivery.record === null)
            throw new Refusal(
              'unavailable',
              'I did not do this: something came between. Nothing was changed.',
              {
                next: 'Do it again if it still holds.',
              },
            );
          if (!claim.kept) throw new DoneBefore('conflict', 'That was already done.');
          // The same request kept it, so it has the same type.
          return {
            result: claim.kept.result as T,
            repeated: true,
            saidSomething: false,
            leftWork: false,
            jobs: [],
            changed: false,
          };
        }
        await first?.(tx, ctx.actor);
        const actor = ctx.actor.kind === 'person' ? await ctx.engine.holdRights(tx, ctx.actor) : ctx.actor;
        const unit = { ...ctx, actor, scope: tx, tx, pending };
        const result = await work(unit);
        await database.defer(tx, pending, unit);
        if (pending.jobs.length > 0) await ctx.engine.queue(tx, pending.jobs, ctx.correlationId);
        if (delivery) await database.keepResult(tx, delivery, result);
        committing = true;
        const { notifications, work: queued, arrived, jobs, changed } = pending;
        const leftWork = queued.length + arrived.length > 0;
        return { result, repeated: false, saidSomething: notifications.length > 0, leftWork, jobs, changed };
      },
      { ...options, repeatable: options.timeout === undefined },
    );
  } catch (error) {
    throw committing && database.trouble(error) !== null ? new InDoubt('in doubt', { cause: error }) : error;
  }
}

/** Records who changed what, under the name of the operation. */
export async function recordChanges(
  ctx: MutationContext,
  operation: string,
  changes: readonly Change[],
): Promise<void> {
  ctx.pending.changed ||= changes.length > 0;
  await ctx.engine.database.audit(ctx.tx, auditEntries(ctx, operation, changes));
}

export function auditEntries(
  ctx: Context,
  operation: string,
  changes: readonly Change[],
  correlationId = ctx.correlationId,
): readonly AuditEntry[] {
  return changes.map((change) => ({
    ...change,
    id: ctx.ids.uuid(ctx.now),
    recordedAt: ctx.now,
    actor: { kind: ctx.actor.kind, id: ctx.actor.id },
    operation,
    correlationId,
  }));
}

export function isInTransaction(ctx: Context): ctx is MutationContext {
  return 'tx' in ctx;
}
