import { drawings } from '../../core/declare/drawing.ts';
import type { Context } from '../../core/runtime/context.ts';
import type { Scope, Tx } from '../../core/runtime/database.ts';
import { dayIn } from '../../core/time/time-zone.ts';
import { type NotificationKind, priorities } from '../../core/tokens/notification.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import {
  countPosted,
  type Gathered,
  lastPosted,
  lockWaiting,
  moveIntoThread,
  openUmbrella,
  putUnder,
} from '../../db/outbox/gather.ts';
import { budgetOf, bundle, catchUp, overflow } from '../../features/index.ts';
import type { Result } from './result.ts';

/** After this long a message is late, and its kind decides what happens to it. */
export const lateMs = 10 * 60_000;
/** How long after a message of a kind the next ones are held back to form one list. */
const burstMs = 60_000;

/**
 * Decides whether a message stands on its own before its first post. Null: post it. Messages stopped for long become
 * one summary per place, thread lines included; a burst becomes one list; messages over the day's budget go into a
 * thread. Nobody else posts at the place meanwhile, so what was read holds; only what gathers needs a transaction.
 */
export async function gather(
  ctx: Context,
  claimed: ClaimedMessage,
  kind: NotificationKind,
): Promise<Result | null> {
  const summary = await summarise(ctx, claimed, kind);
  if (summary || claimed.isReply) return summary;
  return (await joinBurst(ctx, claimed, kind)) ?? (await keepBudget(ctx, claimed, kind));
}

async function summarise(
  ctx: Context,
  claimed: ClaimedMessage,
  kind: NotificationKind,
): Promise<Result | null> {
  const since = new Date(ctx.now.getTime() - lateMs);
  if (kind.late === 'deliver' || claimed.waitingSince >= since) return null;
  if (kind.late === 'expire') return { was: 'too late' };
  const kinds = kindsOf(ctx).filter(({ late }) => late !== 'deliver');
  const ids = kinds.map(({ id }) => id);
  const collapsing = kinds.filter(({ late }) => late === 'collapse').map(({ id }) => id);
  return await inTransaction(ctx, async (tx) => {
    const late = { kinds: ids, dueBy: ctx.now, since, replies: true, own: false };
    const all = await lockWaiting(tx, claimed, late);
    const standing = all.filter((one) => collapsing.includes(one.kind));
    // A summary of one says less than the message itself.
    if (standing.length < 2) return null;
    const umbrella = await open(ctx, tx, claimed, catchUp, ctx.ids.uuid(ctx.now), {
      since: earliest(all).toISOString(),
      until: ctx.now.toISOString(),
      expired: all.length - standing.length,
    });
    await putUnder(tx, standing, umbrella);
    return { was: 'taken up' };
  });
}

/** Never delays a person's first message of a kind; those within the next minute wait and become one list. */
async function joinBurst(
  ctx: Context,
  claimed: ClaimedMessage,
  kind: NotificationKind,
): Promise<Result | null> {
  if (!kind.bundle) return null;
  const [one, many] = kind.bundle;
  const since = new Date(ctx.now.getTime() - burstMs);
  const posted = await lastPosted(scopeOf(ctx), claimed, bundle.id, since);
  if (posted) return { was: 'postponed', until: new Date(posted.getTime() + burstMs) };
  if (!claimed.postponed) return null;
  return await inTransaction(ctx, async (tx) => {
    const waiting = { kinds: [kind.id], dueBy: ctx.now, since: ctx.now, replies: false, own: true };
    const all = await lockWaiting(tx, claimed, waiting);
    if (all.length < 2) return null;
    const facts = { one, many, since: earliest(all).toISOString() };
    const subject = `${kind.id}:${ctx.ids.uuid(ctx.now)}`;
    await putUnder(tx, all, await open(ctx, tx, claimed, bundle, subject, facts, claimed.authorId));
    return { was: 'taken up' };
  });
}

async function keepBudget(
  ctx: Context,
  claimed: ClaimedMessage,
  kind: NotificationKind,
): Promise<Result | null> {
  const { timeZone } = ctx.workspace;
  const uncounted = kindsOf(ctx)
    .filter((one) => !isCounted(one))
    .map(({ id }) => id);
  if (!isCounted(kind) || claimed.priority === priorities.indexOf('page')) return null;
  const budget = budgetOf(claimed.place);
  const posted = await countPosted(scopeOf(ctx), claimed.place, { now: ctx.now, timeZone }, uncounted);
  if (posted < budget) return null;
  return await inTransaction(ctx, async (tx) => {
    const umbrella = await open(ctx, tx, claimed, overflow, dayIn(timeZone, ctx.now), { budget });
    await moveIntoThread(tx, claimed, umbrella);
    return { was: 'taken up' };
  });
}

async function open<Facts extends object>(
  ctx: Context,
  tx: Tx,
  { place, priority, correlationId }: ClaimedMessage,
  kind: NotificationKind<Facts>,
  subject: string,
  facts: Facts,
  authorId: string | null = null,
): Promise<string> {
  const id = ctx.ids.uuid(ctx.now);
  return await openUmbrella(
    tx,
    { id, kind: kind.id, subject, place, facts, priority, authorId, correlationId },
    ctx.now,
  );
}

async function inTransaction(ctx: Context, work: (tx: Tx) => Promise<Result | null>): Promise<Result | null> {
  return await ctx.engine.database.transaction(ctx.workspace.id, work);
}

function scopeOf(ctx: Context): Scope {
  return ctx.engine.database.scope(ctx.workspace.id);
}

function earliest(all: readonly Gathered[]): Date {
  return new Date(Math.min(...all.map(({ waitingSince }) => waitingSince.getTime())));
}

function kindsOf(ctx: Context): readonly NotificationKind[] {
  return ctx.engine.contributions.of(drawings).map(({ kind }) => kind);
}

function isCounted({ counted, priority }: NotificationKind): boolean {
  return counted && priority !== 'page';
}
