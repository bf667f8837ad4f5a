import { z } from 'zod';
import type { Ending } from '../../../core/declare/drawing.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { isPerson } from '../../../core/tokens/place.ts';
import { reportTrouble } from '../../jobs/index.ts';
import { areCounted } from '../../kpis/index.ts';
import type { DigestDays } from '../digest/days.ts';
import type { Digest } from '../digest/model.ts';
import { findDigest } from '../digest/store.ts';
import { posted, rest } from '../notifications.ts';
import { composeDigests } from '../permissions.ts';
import type { Composed } from './compose.ts';
import { laterDue } from './due.ts';
import { type Edition, mostTries } from './model.ts';
import { daysAt } from './start.ts';
import {
  composedBefore,
  countTry,
  findEdition,
  hasFailedBefore,
  holdEdition,
  keepComposed,
  settleEdition,
  settleSlot,
} from './store.ts';

const pauseMs = 15_000;
const longestWaitMs = 10 * 60_000;

export interface Begun {
  readonly edition: Edition;
  readonly digest: Digest;
  readonly days: DigestDays;
  /** When the edition before it was composed. */
  readonly since: Date | null;
  readonly isLast: boolean;
}

/** Takes an edition in hand. Null: it is composed, or over. */
export const beginEdition = mutation({
  name: 'digests.begin',
  permission: composeDigests,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<Effects & { readonly result: Begun | null }> {
    const edition = await holdEdition(ctx.tx, id);
    if (edition?.state !== 'waiting') return { result: null, changes: [] };
    const digest = await findDigest(ctx.tx, edition.digestId);
    if (!digest) return { result: null, ...(await drop(ctx, edition, 'the digest was deleted')) };
    if (await waitsForFigures(ctx, edition, digest))
      return { result: null, changes: [], due: [laterDue.at(id, new Date(ctx.now.getTime() + pauseMs))] };
    await countTry(ctx.tx, id);
    const attempts = edition.attempts + 1;
    if (attempts > mostTries)
      return { result: null, ...(await fail(ctx, edition, digest, 'it could not be composed')) };
    const days = await daysAt(ctx, digest, edition.slotAt ?? edition.askedAt);
    return {
      result: {
        edition,
        digest,
        days,
        since: await composedBefore(ctx.tx, edition),
        isLast: attempts === mostTries,
      },
      changes: [],
    };
  },
});

/** A shop that is new, or a release with new figures: they are counted within minutes. */
async function waitsForFigures(
  ctx: MutationContext,
  { askedAt }: Edition,
  { kpis }: Digest,
): Promise<boolean> {
  if (kpis.length === 0 || ctx.now.getTime() - askedAt.getTime() > longestWaitMs) return false;
  return !(await areCounted(ctx, ctx.tx, kpis));
}

/** What it says stands: it is posted, or skipped because there is nothing to say. */
export const noteComposed = mutation({
  name: 'digests.composed',
  permission: composeDigests,
  input: z.object({ id: z.uuid(), composed: z.custom<Composed>(), hasRest: z.boolean() }),
  async run(ctx, { id, composed, hasRest }) {
    const { tx, now } = ctx;
    const edition = await holdEdition(tx, id);
    const digest = edition && (await findDigest(tx, edition.digestId));
    if (edition?.state !== 'waiting') return { result: null, changes: [] };
    if (!digest) return { result: null, ...(await drop(ctx, edition, 'the digest was deleted')) };
    // Whoever has it posted by hand wants to see it, also with nothing in it.
    const isEmpty = digest.skipIfEmpty && composed.isEmpty && edition.slotAt !== null;
    await keepComposed(tx, id, { ...composed, isEmpty }, now);
    const changes = [
      {
        subject: { kind: 'digest edition', id },
        before: null,
        after: { composed: now.toISOString(), isEmpty },
      },
    ];
    if (isEmpty) {
      await settleSlotOf(ctx, edition, 'empty');
      return { result: null, changes };
    }
    return { result: null, changes, notifications: messagesOf(edition, digest, hasRest) };
  },
});

/** The message of an edition as it is now, and what it has no room for. */
export function messagesOf(
  { id, place, posts }: Pick<Edition, 'id' | 'place' | 'posts'>,
  { schedule: { owner } }: Pick<Digest, 'schedule'>,
  hasRest: boolean,
) {
  const facts = { edition: id, post: posts };
  const subject = `${id}/${posts}`;
  const more = owner ? { owner } : {};
  return [
    posted.about(subject, place, facts, more),
    ...(hasRest ? [rest.about(subject, place, facts, { ...more, under: { kind: posted, subject } })] : []),
  ];
}

/** There will be no edition: its slot says why, and its owner is told unless they know already. */
export const giveUpEdition = mutation({
  name: 'digests.give-up',
  permission: composeDigests,
  input: z.object({ id: z.uuid(), reason: z.string() }),
  async run(ctx, { id, reason }) {
    const edition = await holdEdition(ctx.tx, id);
    const digest = edition && (await findDigest(ctx.tx, edition.digestId));
    if (edition?.state !== 'waiting') return { result: null, changes: [] };
    return {
      result: null,
      ...(digest
        ? await fail(ctx, edition, digest, reason)
        : await drop(ctx, edition, 'the digest was deleted')),
    };
  },
});

async function fail(
  ctx: MutationContext,
  edition: Edition,
  digest: Digest,
  reason: string,
): Promise<Effects> {
  const { id, slotAt, digestId } = edition;
  await settleEdition(ctx.tx, id, 'failed', reason);
  await settleSlotOf(ctx, edition, 'failed', reason);
  if (slotAt && !(await isFailing(ctx.tx, { digestId, slotAt })))
    await reportTrouble(ctx, { about: 'slot', scheduleId: digestId, slotAt }, toTell(digest));
  return { changes: [changed(id, { failed: reason })] };
}

/** Whose own direct messages cannot be written may not be here any more: then the admins hear of it. */
function toTell({ schedule: { place, owner } }: Digest): string | null {
  return isPerson(place) ? null : owner;
}

async function drop(ctx: MutationContext, edition: Edition, reason: string): Promise<Effects> {
  await settleEdition(ctx.tx, edition.id, 'dropped', reason);
  await settleSlotOf(ctx, edition, 'skipped', reason);
  return { changes: [changed(edition.id, { dropped: reason })] };
}

const changed = (id: string, after: Readonly<Record<string, string>>) => ({
  subject: { kind: 'digest edition', id },
  before: null,
  after,
});

async function settleSlotOf(
  { tx, now }: MutationContext,
  { digestId, slotAt }: Edition,
  state: 'done' | 'empty' | 'failed' | 'skipped',
  error: string | null = null,
): Promise<void> {
  if (slotAt) await settleSlot(tx, { scheduleId: digestId, slotAt }, state, now, error);
}

const doubt = 'Slack’s answer was lost: it may have been posted, or not';

const endings = {
  sent: { edition: 'posted', slot: 'done', error: null },
  failed: { edition: 'failed', slot: 'failed', error: 'its message could not be posted' },
  'in doubt': { edition: 'failed', slot: 'failed', error: doubt },
  expired: { edition: 'dropped', slot: 'skipped', error: 'it was no longer worth posting' },
} as const;

/** Settles an edition and its slot when its message was sent, or never will be. */
export async function editionEnded(ctx: MutationContext, id: string, ending: Ending): Promise<Effects> {
  const edition = await holdEdition(ctx.tx, id);
  if (!edition) return { changes: [] };
  const to = endings[ending];
  if (await settleEdition(ctx.tx, id, to.edition, to.error))
    await settleSlotOf(ctx, edition, to.slot, to.error);
  return { changes: [] };
}

/** Whether its owner was told already that this digest is not posted: once in a row of failures. */
export const isToldAlready = query({
  name: 'digests.told-already',
  permission: composeDigests,
  input: z.object({ id: z.uuid() }),
  async run({ scope }, { id }) {
    const edition = await findEdition(scope, id);
    // It stands there: that Slack refuses to have it edited is nothing that anybody has to do something about.
    if (edition?.state === 'posted') return true;
    if (!edition?.slotAt) return false;
    return await isFailing(scope, { digestId: edition.digestId, slotAt: edition.slotAt });
  },
});

/** Whether its owner knows that it fails. Of one in doubt they were told by itself: it is no reason why others should fail. */
async function isFailing(
  scope: Scope,
  { digestId, slotAt }: { readonly digestId: string; readonly slotAt: Date },
): Promise<boolean> {
  return await hasFailedBefore(scope, { scheduleId: digestId, slotAt }, doubt);
}
