import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { atInput, Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { day } from '../../../core/time/shapes.ts';
import { getCollection } from '../card/get.ts';
import type { Standing } from '../card/model.ts';
import { lockCarriers } from '../carrier/store.ts';
import { dayDraft } from '../collection/draft-model.ts';
import { type CollectionException, collectionKey } from '../collection/model.ts';
import { notBefore, todayOrLater } from '../collection/refusals.ts';
import { deleteException, putException } from '../collection/store.ts';
import { changeCarriers } from '../permissions.ts';

/** Another time on one day, or none. A second one for the day replaces the first. */
export const addException = mutation({
  name: 'carriers.add-exception',
  permission: changeCarriers,
  input: dayDraft.extend({ id: z.uuid() }),
  first: lockCarriers,
  async run(ctx, { id, on, comes, why, ...times }) {
    const standing = await getCollection.call(ctx, { id });
    const { validFrom, validTo, exceptions } = standing.collection;
    if (on < standing.today) throw atInput('on', todayOrLater);
    if ((validTo && on > validTo) || (validFrom && on < validFrom))
      throw atInput('on', 'It is not in force on that day.');
    if (comes === 'other' && times.cutOff === null)
      throw atInput('cutOff', 'Say until when it takes parcels.');
    if (comes === 'none' && (times.cutOff ?? times.pickUp) !== null)
      throw atInput('comes', 'It has a time below: say that it comes, or leave the times empty.');
    const after: CollectionException =
      comes === 'none' ? { on, cutOff: null, pickUp: null, why } : { on, ...times, why };
    if (after.cutOff !== null && after.pickUp !== null && after.pickUp < after.cutOff)
      throw atInput('pickUp', notBefore(after.cutOff));
    const before = exceptions.find((one) => one.on === on) ?? null;
    if (JSON.stringify(before) === JSON.stringify(after)) return { result: { id }, changes: [] };
    await putException(ctx.tx, id, after);
    return { result: { id }, changes: [change(standing, before, after)] };
  },
});

/** The day is as usual again. */
export const removeException = mutation({
  name: 'carriers.remove-exception',
  permission: changeCarriers,
  input: z.object({ id: z.uuid(), on: day }),
  first: lockCarriers,
  async run(ctx, { id, on }) {
    const standing = await getCollection.call(ctx, { id });
    if (on < standing.today) throw new Refusal('conflict', 'That day has passed: it stays as it was.');
    const before = standing.collection.exceptions.find((one) => one.on === on);
    if (before) await deleteException(ctx.tx, id, on);
    return { result: { id }, changes: before ? [change(standing, before, null)] : [] };
  },
});

function change(
  { location, carrier, service, collection: { cutOff } }: Standing,
  before: CollectionException | null,
  after: CollectionException | null,
) {
  const named = { location: codeKey(location.code), carrier: carrier.code, service: service?.code ?? null };
  return {
    subject: { kind: 'collections', id: collectionKey({ ...named, cutOff }) },
    before: before && { ...before },
    after: after && { ...after },
  };
}
