import { drawingOf, type Ending } from '../../core/declare/drawing.ts';
import type { Context, MutationContext } from '../../core/runtime/context.ts';
import { collect } from '../../core/runtime/effects.ts';
import { inUnit, recordChanges } from '../../core/runtime/unit.ts';
import { dayIn } from '../../core/time/time-zone.ts';
import { type ClaimedMessage, editPace } from '../../db/outbox/claim.ts';
import { linesUnder, reopenThread } from '../../db/outbox/gather.ts';
import {
  divert,
  forgetStanding,
  markSent,
  markSentAndPace,
  putBack,
  type Sent,
  setAside,
  setPace,
} from '../../db/outbox/settle.ts';
import { noteSilence, wasSilent } from '../../db/outbox/silence.ts';
import { adminAccounts, bundle, catchUp, notice, overflow, undelivered } from '../../features/index.ts';
import type { OutboxParts } from './parts.ts';
import type { Result } from './result.ts';
import type { Treatment } from './triage.ts';

/** Pauses between tries of a message with its own trouble, doubling from the first to the last. */
const firstPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;
/** After this many tries the message itself is at fault. */
const mostAttempts = 8;
/** A view that throws will rarely recover, but the database may have been away. */
const mostDrawings = 3;
/** What Slack says of blocks that it cannot show here, and of files that are gone. */
const contentCodes: readonly string[] = ['invalid_blocks', 'file_not_found', 'file_deleted', 'not_visible'];
/** Kinds that have other messages as their lines. */
const listing: readonly string[] = [bundle.id, catchUp.id];

/** Records the outcome of a message, frees its place, and notifies a person who can fix it. */
export async function settle(
  { options }: OutboxParts,
  ctx: Context,
  claimed: ClaimedMessage,
  result: Result,
): Promise<void> {
  if (result.was === 'lost') return;
  const { database } = ctx.engine;
  const later = (ms: number) => new Date(ctx.now.getTime() + ms);
  const nextAt = later(pauseAfter(result, options.paceMs));
  if (result.was === 'sent' && isMessageAlone(ctx, claimed)) {
    const sent = sentBy(ctx, claimed, result);
    return await database.single(
      ctx.workspace.id,
      async (tx) => await markSentAndPace(tx, claimed, sent, nextAt),
    );
  }
  await noteAndFollow(ctx, claimed, result);
  // In its own transaction: claiming locks messages before places, and the two would deadlock.
  await database.single(ctx.workspace.id, async (tx) => await setPace(tx, claimed.place, nextAt));
  if (result.was !== 'in trouble' || result.treatment.do !== 'wait' || result.method !== 'chat.update')
    return;
  // Posts are limited per channel, edits for the whole workspace.
  const { ms } = result.treatment;
  await database.single(ctx.workspace.id, async (tx) => await setPace(tx, editPace, later(ms)));
}

/** Nothing but the message changes when it was sent: no feature follows it or a line of it, no silence ends. */
function isMessageAlone(ctx: Context, claimed: ClaimedMessage): boolean {
  if (wasSilent(claimed, ctx.now)) return false;
  if (claimed.ts !== null) return true;
  return !drawingOf(ctx, claimed.kind)?.ended && !listing.includes(claimed.kind);
}

function sentBy(ctx: Context, { kind }: ClaimedMessage, { at, version }: Result & { was: 'sent' }): Sent {
  const living = drawingOf(ctx, kind)?.kind.shape === 'living';
  return { at, version, living, now: ctx.now };
}

/** A feature that fails after its message was sent must not cause a second post, nor stop the others. */
async function noteAndFollow(ctx: Context, claimed: ClaimedMessage, result: Result): Promise<void> {
  const failed: { ending: Ending | null } = { ending: null };
  try {
    await inUnit(ctx, {}, async (unit) => {
      const ending = await note(unit, claimed, result);
      if (!ending || (ending === 'sent' && claimed.ts !== null)) return;
      failed.ending = ending;
      await follow(unit, claimed, ending);
    });
  } catch (error) {
    if (failed.ending === null) throw error;
    await inUnit(ctx, {}, async (unit) => void (await note(unit, claimed, result)));
    const { id: message, kind } = claimed;
    ctx.log.error(
      { err: error, message, kind, ending: failed.ending },
      'a feature could not follow the end of a message',
    );
  }
}

/** Informs the features about the message and about its lines. */
async function follow(unit: MutationContext, claimed: ClaimedMessage, ending: Ending): Promise<void> {
  const hasLines = ending === 'sent' && listing.includes(claimed.kind);
  const lines = hasLines ? await linesUnder(unit.tx, claimed.id) : [];
  for (const said of [claimed, ...lines]) {
    const effects = await drawingOf(unit, said.kind)?.ended?.(unit, said, ending);
    if (!effects) continue;
    await recordChanges(unit, said.kind, effects.changes);
    collect(unit.pending, effects);
  }
}

/** Records the outcome. Returns the ending, if the message has ended. */
async function note(unit: MutationContext, claimed: ClaimedMessage, result: Result): Promise<Ending | null> {
  const { tx, now } = unit;
  switch (result.was) {
    case 'sent':
      await noteSilence(tx, claimed, now);
      await markSent(tx, claimed, sentBy(unit, claimed, result));
      return 'sent';
    case 'nothing':
      await setAside(tx, claimed, 'dropped', { certain: true, error: 'no longer needed' });
      return 'expired';
    case 'too late':
      await setAside(tx, claimed, 'expired', { certain: true, error: 'too late to send' });
      return 'expired';
    case 'postponed':
      await putBack(tx, claimed, result.until, { certain: true, counted: false, error: null });
      return null;
    case 'in doubt':
      return await setAsideAndNotify(unit, claimed, 'held', {
        certain: false,
        error: 'Slack’s answer was lost',
      });
    case 'not for there':
      return await blocked(unit, claimed, result.why);
    case 'in trouble':
      return await treat(unit, claimed, result.treatment, result.method);
    case 'taken up':
    case 'lost':
      return null;
  }
}

async function treat(
  unit: MutationContext,
  claimed: ClaimedMessage,
  treatment: Treatment,
  method: string | null,
): Promise<Ending | null> {
  const { tx, now } = unit;
  const later = (ms: number) => new Date(now.getTime() + ms);
  switch (treatment.do) {
    case 'wait':
      await putBack(tx, claimed, later(treatment.ms), {
        certain: true,
        counted: false,
        error: 'ratelimited',
      });
      return null;
    case 'retry': {
      const { certain, reason: error } = treatment;
      if (claimed.attempts >= (method === null ? mostDrawings : mostAttempts))
        return await setAsideAndNotify(unit, claimed, 'broken', { certain, error });
      const pause = Math.min(firstPauseMs * 2 ** (claimed.attempts - 1), longestPauseMs);
      await putBack(tx, claimed, later(pause), { certain, counted: true, error });
      return null;
    }
    case 'pause':
    case 'stop':
      await putBack(tx, claimed, now, {
        certain: treatment.do === 'stop' || treatment.certain,
        counted: false,
        error: treatment.reason,
      });
      return null;
    case 'block':
      return await blocked(unit, claimed, treatment.reason);
    case 'drop':
      if (await replaced(unit, claimed, treatment.reason)) return null;
      // A reply over the day's budget is not lost with the thread's first message, which somebody deleted.
      if (treatment.reason === 'thread_not_found' && (await reopenThread(tx, claimed, overflow.id, now))) {
        await putBack(tx, claimed, now, { certain: true, counted: false, error: treatment.reason });
        return null;
      }
      unit.log.info({ message: claimed.id, reason: treatment.reason }, 'a message was dropped');
      if (method === 'chat.update') await forgetStanding(tx, claimed);
      await setAside(tx, claimed, 'dropped', { certain: true, error: treatment.reason });
      return 'failed';
    case 'break':
      if (await replaced(unit, claimed, treatment.reason)) return null;
      return await setAsideAndNotify(unit, claimed, 'broken', { certain: true, error: treatment.reason });
  }
}

/** Slack shows nothing of what the message is made of, and its feature says it in another one. */
async function replaced(unit: MutationContext, claimed: ClaimedMessage, reason: string): Promise<boolean> {
  if (!contentCodes.includes(reason) || claimed.ts !== null) return false;
  if (!(await drawingOf(unit, claimed.kind)?.refused?.(unit, claimed))) return false;
  unit.log.info({ message: claimed.id, kind: claimed.kind, reason }, 'a message gives way to another');
  await setAside(unit.tx, claimed, 'dropped', { certain: true, error: reason });
  return true;
}

async function blocked(
  unit: MutationContext,
  claimed: ClaimedMessage,
  reason: string,
): Promise<Ending | null> {
  const kind = drawingOf(unit, claimed.kind)?.kind;
  const { owner } = claimed;
  if (kind?.refused === 'say it directly' && owner && owner !== claimed.place) {
    unit.log.info({ message: claimed.id, reason }, 'an answer goes by direct message instead');
    await divert(unit.tx, claimed, owner);
    return null;
  }
  return await setAsideAndNotify(unit, claimed, 'blocked', { certain: true, error: reason });
}

async function setAsideAndNotify(
  unit: MutationContext,
  claimed: ClaimedMessage,
  state: 'blocked' | 'broken' | 'held',
  trouble: { readonly certain: boolean; readonly error: string },
): Promise<Ending | null> {
  const { id, kind, place } = claimed;
  const bindings = { message: id, kind, place, reason: trouble.error };
  // Our own mistake is an error in the log; a place that needs fixing is not.
  if (state === 'broken') unit.log.error(bindings, 'a message was set aside');
  else unit.log.warn(bindings, 'a message could not be delivered');
  if (!(await setAside(unit.tx, claimed, state, trouble))) return null;
  // A failed notice does not cause another notice, and what is known already is not told again.
  const isKnown = state !== 'held' && (await drawingOf(unit, kind)?.isKnown?.(unit, claimed));
  if (kind !== undelivered.id && !isKnown) {
    const readers = claimed.owner && state !== 'broken' ? [claimed.owner] : await adminAccounts(unit.tx);
    const group = {
      blocked: { by: 'place', key: place },
      broken: { by: 'kind', key: kind },
      held: { by: 'id', key: id },
    } as const;
    const day = dayIn(unit.workspace.timeZone, unit.now);
    unit.pending.notifications.push(...readers.map((reader) => notice(group[state], day, reader)));
  }
  return state === 'held' ? 'in doubt' : 'failed';
}

/** How long the place pauses: a second after a success, as long as Slack demands after a refusal, else not at all. */
function pauseAfter(result: Result, paceMs: number): number {
  if (result.was === 'sent') return paceMs;
  if (result.was !== 'in trouble' || result.method === null) return 0;
  return result.treatment.do === 'wait' ? Math.max(result.treatment.ms, paceMs) : paceMs;
}
