import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { atInput, Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { locations } from '../../locations/index.ts';
import { getCollection } from '../card/get.ts';
import type { Standing } from '../card/model.ts';
import { titleOf } from '../card/names.ts';
import { listCarriers, lockCarriers } from '../carrier/store.ts';
import { editDraft, endDraft, newDraft, readTakes } from '../collection/draft-model.ts';
import { type Collection, collectionKey, tellCollection, weekWords } from '../collection/model.ts';
import { alreadyAt, changedSince, notBefore, todayOrLater } from '../collection/refusals.ts';
import { listCollections, writeCollections } from '../collection/store.ts';
import { changeCarriers } from '../permissions.ts';

// What the forms' own shapes have read is given here.
const days = z.array(z.int().min(1).max(7)).min(1);
const ordered = (some: readonly number[]) => [...new Set(some)].sort();

export const addCollection = mutation({
  name: 'carriers.add',
  permission: changeCarriers,
  input: newDraft.extend({ days }),
  first: lockCarriers,
  async run(ctx, draft) {
    const named = readTakes(draft.takes);
    const key = codeKey(draft.location);
    const place = (await locations(ctx.tx)).find(({ code, active }) => active && codeKey(code) === key);
    if (!place) throw atInput('location', `There is no location ${draft.location} in use.`);
    const carrier = (await listCarriers(ctx.tx)).find(({ code }) => code === named.carrier);
    const service = carrier?.services.find(({ code }) => code === named.service) ?? null;
    if (!carrier || (named.service !== null && !service)) throw atInput('takes', 'There is no such carrier.');
    const { cutOff, pickUp, lateMinutes } = draft;
    const after: Collection = {
      id: ctx.ids.uuid(ctx.now),
      locationId: place.id,
      carrierId: carrier.id,
      serviceId: service?.id ?? null,
      weekdays: ordered(draft.days),
      cutOff,
      pickUp,
      lateMarginMin: lateMinutes ?? 0,
      validFrom: null,
      validTo: null,
      exceptions: [],
    };
    const name = titleOf({ location: place, carrier, service });
    await demandFree(ctx, after, name);
    await writeCollections(ctx.tx, [after]);
    const told = { location: key, ...named };
    return { result: { id: after.id }, changes: [change(told, null, after)] };
  },
});

export const editCollection = mutation({
  name: 'carriers.edit',
  permission: changeCarriers,
  input: editDraft.extend({ id: z.uuid(), mark: z.string(), days }),
  first: lockCarriers,
  async run(ctx, { id, mark, days: weekdays, lateMinutes, ...draft }) {
    const standing = await getCollection.call(ctx, { id });
    const { collection: before } = standing;
    if (standing.mark !== mark)
      throw new Refusal('conflict', changedSince(titleOf(standing), weekWords(before)));
    const after = { ...before, ...draft, weekdays: ordered(weekdays), lateMarginMin: lateMinutes ?? 0 };
    if (after.validFrom && after.validTo && after.validTo < after.validFrom)
      throw atInput('validTo', 'Not before its first day.');
    await demandFree(ctx, after, titleOf(standing));
    return await written(ctx, standing, after);
  },
});

/** It comes for the last time on this day; null: today. */
export const endCollection = mutation({
  name: 'carriers.end',
  permission: changeCarriers,
  input: endDraft.extend({ id: z.uuid() }),
  first: lockCarriers,
  async run(ctx, { id, last }) {
    const standing = await getCollection.call(ctx, { id });
    const { collection: before, today } = standing;
    const validTo = last ?? today;
    if (before.validTo !== null && before.validTo <= today)
      throw atInput('last', `It has ended already: its last day was ${before.validTo}.`);
    if (validTo < today) throw atInput('last', todayOrLater);
    if (before.validFrom && validTo < before.validFrom) throw atInput('last', 'Not before its first day.');
    return await written(ctx, standing, { ...before, validTo });
  },
});

async function written(ctx: MutationContext, standing: Standing, after: Collection) {
  const { collection: before, location, carrier, service } = standing;
  const told = { location: codeKey(location.code), carrier: carrier.code, service: service?.code ?? null };
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  if (!isSame) await writeCollections(ctx.tx, [after]);
  return { result: { id: before.id }, changes: isSame ? [] : [change(told, before, after)] };
}

/** Refuses times that do not fit, and a second collection of the same at the same time. */
async function demandFree({ tx }: MutationContext, one: Collection, name: string): Promise<void> {
  if (one.pickUp !== null && one.pickUp < one.cutOff) throw atInput('pickUp', notBefore(one.cutOff));
  const there = await listCollections(tx, [one.locationId]);
  const isTaken = there.some(
    ({ id, carrierId, serviceId, cutOff }) =>
      id !== one.id && carrierId === one.carrierId && serviceId === one.serviceId && cutOff === one.cutOff,
  );
  if (isTaken) throw atInput('cutOff', alreadyAt(name, one.cutOff));
}

function change(
  told: { readonly location: string; readonly carrier: string; readonly service: string | null },
  before: Collection | null,
  after: Collection,
) {
  return {
    subject: { kind: 'collections', id: collectionKey({ ...told, cutOff: (before ?? after).cutOff }) },
    before: before && tellCollection({ ...before, ...told }),
    after: tellCollection({ ...after, ...told }),
  };
}
