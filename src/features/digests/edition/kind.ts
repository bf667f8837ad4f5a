import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import { digestKindId } from '../digest/model.ts';
import { findDigest } from '../digest/store.ts';
import { momentsOf } from '../moments/read.ts';
import { startEdition } from './start.ts';

/** Each slot is an edition: its message settles the slot. */
export const digestSlots: ScheduleKind = {
  id: digestKindId,
  title: 'Digest',
  moments: momentsOf,
  async run(ctx, { schedule, slotAt }) {
    const digest = await findDigest(ctx.tx, schedule.id);
    if (!digest) throw new Error(`The schedule ${schedule.id} has no digest.`);
    return { state: 'started', ...(await startEdition(ctx, digest, { slotAt, askedBy: null })) };
  },
};
