import { z } from 'zod';
import { personOf, readerOf } from '../../../cases/reader.ts';
import type { Change } from '../../../core/runtime/change.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { atInput, Refusal } from '../../../core/runtime/refusal.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { cleanName, cut } from '../../../core/text/clean.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { findingOf } from '../card/finding.ts';
import { tellShipments } from '../keeping/tell-shipments.ts';
import { updateShipments } from '../permissions.ts';
import { demandShipment } from '../shipment/look-up.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { readShipment } from '../shipment/read.ts';
import { lossOf } from '../status/loss-rules.ts';
import { reasons } from '../status/model.ts';
import { type AboutSaid, type EventSaid, personSource, saidKey } from '../telling/model.ts';
import {
  type Happening,
  happenings,
  isLoss,
  maxCity,
  maxNote,
  meaningOf,
  type UpdateDraft,
  type Updated,
} from './model.ts';
import { inputOf, updateSentences } from './refusals.ts';
import { momentOf, nextHappenings, whyNotUpdate } from './rules.ts';

const furthestMs = 366 * 86_400_000;

/** What the form of an update shows; refused for what has ended. */
export const draftUpdate = query({
  name: 'shipments.draft-update',
  permission: updateShipments,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<UpdateDraft> {
    const shipment = demandShipment(await readShipment(ctx, id));
    if (shipment.endedAt)
      throw new Refusal('conflict', updateSentences['has ended'](shipment, readerOf(ctx)));
    return { shipment, next: nextHappenings(shipment) };
  },
});

/**
 * What one of us knows of a shipment: what happened to it, or when it will come. It is told as a source tells, under the
 * person's name, so that whatever the carrier says before or after is folded with it.
 */
export const updateShipment = mutation({
  name: 'shipments.update',
  permission: updateShipments,
  input: z.object({
    id: z.uuid(),
    status: z.enum(happenings).nullable(),
    /** When it happened; null: now. */
    at: z.date().nullable(),
    reason: z.enum(reasons).nullable(),
    city: z.string().max(maxCity, `${maxCity} characters at most.`).nullable(),
    note: z.string().max(maxNote, `${maxNote} characters at most.`).nullable(),
    /** The day on which it will come. */
    estimate: z.iso.date().nullable(),
  }),
  async run(ctx, { id, status: happened, ...told }): Promise<{ result: Updated; changes: Change[] }> {
    const before = demandShipment(await readShipment({ ...ctx, scope: ctx.tx }, id));
    const update = {
      ...told,
      happened,
      city: emptied(told.city && cleanName(told.city, maxCity)),
      note: emptied(told.note && cut(told.note.trim(), maxNote)),
    };
    const today = dayIn(before.zone, ctx.now);
    const latest = dayIn(before.zone, new Date(ctx.now.getTime() + furthestMs));
    const no = whyNotUpdate(before, update, { now: ctx.now, today, latest });
    if (no) throw atInput(inputOf(no), updateSentences[no](before, readerOf(ctx)));
    const { city, note, estimate } = update;
    const at = told.at ?? momentOf(before, ctx.now);
    const meant = happened && meaningOf(happened, update.reason);
    const place = city === null ? null : { city, region: null, country: null };
    const shipment = await say(ctx, id, before, {
      events: meant ? [{ key: null, at, ...meant, code: null, place, text: note, lifts: false }] : [],
      about: estimate ? { estimate: { kind: 'date', on: estimate } } : {},
    });
    // A carrier may have told of its end while the form was open.
    if (happened !== null && !isSo(shipment, happened))
      throw new Refusal('conflict', `${findingOf(shipment, readerOf(ctx)).text}.`, {
        next: 'Look at it again: somebody told of it at the same moment.',
      });
    const said = shipment.estimates.at(-1)?.arrival;
    if (estimate !== null && !(said?.kind === 'date' && said.on === estimate))
      throw new Refusal('conflict', 'Somebody said another day at the same moment.', {
        next: 'Look at it again.',
      });
    // What follows from it is kept in our own name: this is who said it.
    const change: Change = {
      subject: { kind: 'shipment', id },
      before: { status: before.status },
      after: { status: shipment.status, ...(estimate === null ? {} : { estimate }) },
      ...(note === null ? {} : { reason: note }),
    };
    return { result: { id, happened, estimate }, changes: [change] };
  },
});

/** Tells it under the name of whoever acts, and answers what the shipment is now. */
export async function say(
  ctx: MutationContext,
  id: string,
  before: Pick<ShipmentCard, 'tracking' | 'saidAt'>,
  said: { readonly events: EventSaid[]; readonly about: AboutSaid },
): Promise<ShipmentCard> {
  const { tracking } = before;
  const source = personSource(personOf(ctx).id);
  const saidAt = afterAll(before, ctx.now);
  const { about } = said;
  // Whoever corrects their own word of a moment says another one.
  const events = said.events.map((one) => ({ ...one, key: saidKey(saidAt) }));
  const statement = { tracking, formerly: [], source, saidAt, deliveryId: null, about, events };
  await tellShipments.call(asSystem(ctx, 'shipments'), { statements: [statement] });
  return demandShipment(await readShipment({ ...ctx, scope: ctx.tx }, id));
}

/** Carriers' clocks may go ahead: what one of us says now counts after what they said. */
export function afterAll({ saidAt }: Pick<ShipmentCard, 'saidAt'>, now: Date): Date {
  return new Date(Math.max(now.getTime(), saidAt.getTime() + 1));
}

/** Whether it is now what was said of it. */
function isSo(shipment: ShipmentCard, happened: Happening): boolean {
  const { status, returnedAt, handedOverAt } = shipment;
  if (isLoss(happened)) return lossOf(shipment) === happened;
  if (happened === 'cancelled' && handedOverAt) return false;
  return status === happened || (happened === 'delivered' && returnedAt !== null);
}

function emptied(text: string | null): string | null {
  return text === '' ? null : text;
}
