import { z } from 'zod';
import { personOf } from '../../../cases/reader.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { atInput } from '../../../core/runtime/refusal.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { cleanName } from '../../../core/text/clean.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { countryCode } from '../../../core/text/country.ts';
import { carrierNamed, carrierNames } from '../../carriers/index.ts';
import { locations } from '../../locations/index.ts';
import { disruptionKinds, disruptionName } from '../disrupted/names.ts';
import { declareDisruptions } from '../permissions.ts';
import { holdBursts } from './burst-store.ts';
import { raiseFor } from './disruption-issue.ts';
import { covers, type Disruption } from './disruption-model.ts';
import {
  addDisruption,
  besideOf,
  firstTrouble,
  holdDisruptions,
  inside,
  lockDeclaring,
} from './disruption-store.ts';
import { carrierTold, troublesBefore } from './lane-store.ts';
import { beganAt } from './rules.ts';
import { sumsOf } from './sums-store.ts';
import { watchLanes } from './watch-lanes.ts';

const dayMs = 86_400_000;
/** Nobody declares what is over for so long, or so far ahead. */
const mostBeforeMs = 30 * dayMs;
const mostAheadMs = 60 * dayMs;
const longest = 60;

/**
 * Declares a strike or a storm over lanes: what comes into trouble inside it is kept together in one issue, and no lane of it
 * raises one of its own.
 */
export const declareDisruption = mutation({
  name: 'shipments.declare-disruption',
  permission: declareDisruptions,
  input: z.object({
    kind: z.enum(disruptionKinds),
    /** As typed; null: all. */
    carrier: z.string().nullable(),
    origin: z.string().nullable(),
    destination: z.string().nullable(),
    /** Null: with the trouble that is on its lanes now, else now. */
    fromAt: z.date().nullable(),
    untilAt: z.date().nullable(),
  }),
  first: lockDeclaring,
  async run(ctx, asked) {
    const over = {
      ...(await carrierOf(ctx, asked.carrier)),
      origin: await originOf(ctx, asked.origin),
      destination: destinationOf(asked.destination),
    };
    if (over.carrier === null && over.origin === null && over.destination === null)
      throw atInput(
        'carrier',
        'Name a carrier, or where it leaves or goes: else no lane would raise an alarm.',
      );
    await demandNew(ctx, { kind: asked.kind, ...over });
    const span = spanOf(asked, (await beganWith(ctx, over)) ?? ctx.now, ctx.now);
    const disruption: Disruption = {
      id: ctx.ids.uuid(ctx.now),
      kind: asked.kind,
      ...over,
      ...span,
      declaredById: personOf(ctx).id,
      declaredAt: ctx.now,
      endedAt: null,
      parcels: 0,
      open: 0,
      exposed: 0,
    };
    const sums = await sumsOf(ctx.tx, inside(disruption));
    const beside = await besideOf(ctx.tx, disruption, ctx.now);
    const { parcels, open } = sums;
    await addDisruption(ctx.tx, { ...disruption, parcels, open, exposed: beside.exposed });
    const name = disruptionName(disruption);
    await raiseFor(ctx, disruption, sums);
    // Bursts of its lanes end at once: their parcels are here now.
    await watchLanes.call(asSystem(ctx, 'shipments'), {});
    return {
      result: { of: disruption, sums, beside },
      changes: [
        {
          subject: { kind: 'disruption', id: disruption.id },
          before: null,
          after: { name, ...spanJson(span) },
        },
      ],
    };
  },
});

/** A second press, or a second lead, makes no second one. */
async function demandNew(
  { tx, now }: MutationContext,
  { kind, carrier, origin, destination }: Pick<Disruption, 'kind' | 'carrier' | 'origin' | 'destination'>,
): Promise<void> {
  const known = (await holdDisruptions(tx, now)).find(
    (one) =>
      one.endedAt === null &&
      one.kind === kind &&
      one.carrier === carrier &&
      one.origin === origin &&
      one.destination === destination,
  );
  if (known)
    throw atInput(
      'kind',
      `${disruptionName(known)} is declared already: \`/shipment disruption\` shows and ends it.`,
    );
}

/**
 * Who declares what is behind a burst means its parcels too, and those of the days before that were too few at once: it began
 * with them. Without a burst it began with the first of those that are in trouble on its lanes. Null: none is, so it begins now.
 * Disruptions are held.
 */
async function beganWith(
  { tx, now }: MutationContext,
  over: Pick<Disruption, 'carrier' | 'origin' | 'destination'>,
): Promise<Date | null> {
  const bursts = (await holdBursts(tx)).filter((one) => covers(over, one));
  const began = await Promise.all(
    bursts.map(async (one) => beganAt(one.since, await troublesBefore(tx, one, one.since)).getTime()),
  );
  return began.length > 0
    ? new Date(Math.min(...began))
    : await firstTrouble(tx, over, new Date(now.getTime() - mostBeforeMs));
}

function spanJson({ fromAt, untilAt }: Pick<Disruption, 'fromAt' | 'untilAt'>) {
  return { fromAt: fromAt.toISOString(), untilAt: untilAt?.toISOString() ?? null };
}

function spanOf(
  asked: { readonly fromAt: Date | null; readonly untilAt: Date | null },
  otherwise: Date,
  now: Date,
): Pick<Disruption, 'fromAt' | 'untilAt'> {
  const fromAt = asked.fromAt ?? otherwise;
  const { untilAt } = asked;
  const ms = now.getTime();
  if (asked.fromAt && fromAt.getTime() < ms - mostBeforeMs)
    throw atInput('fromAt', 'That is more than a month ago: later.');
  if (fromAt.getTime() > ms + mostAheadMs)
    throw atInput('fromAt', 'That is more than two months away: nearer.');
  if (untilAt && untilAt <= now) throw atInput('untilAt', 'That has passed: a moment to come, or none.');
  if (untilAt && untilAt <= fromAt) throw atInput('untilAt', 'It ends before it begins.');
  return { fromAt, untilAt };
}

async function carrierOf(
  { tx }: MutationContext,
  typed: string | null,
): Promise<Pick<Disruption, 'carrier' | 'carrierName'>> {
  const name = cleanName(typed ?? '', longest);
  if (name === '') return { carrier: null, carrierName: null };
  const id = (await carrierNames(tx)).carrierOf(name);
  const { key, hasParcels } = await carrierTold(tx, name);
  if (id === null && !hasParcels)
    throw atInput(
      'carrier',
      `No parcel on its way is with "${name}": as it stands on their cards, such as DHL.`,
    );
  return id === null
    ? { carrier: key, carrierName: name }
    : { carrier: id, carrierName: await carrierNamed(tx, id) };
}

/** A location's code, or a country. */
async function originOf({ tx }: MutationContext, typed: string | null): Promise<string | null> {
  const text = cleanName(typed ?? '', longest);
  if (text === '') return null;
  const known = (await locations(tx)).find(
    ({ code, name }) => codeKey(code) === codeKey(text) || codeKey(name) === codeKey(text),
  );
  const origin = known?.code ?? countryCode(text);
  if (origin === null)
    throw atInput('origin', `"${text}" is no location and no country: its code, such as HAM or DE.`);
  return origin;
}

/** "FR", "France", "DE 10". */
function destinationOf(typed: string | null): string | null {
  const text = cleanName(typed ?? '', longest);
  if (text === '') return null;
  const whole = countryCode(text);
  if (whole) return whole;
  const [, country = '', area = ''] = /^(.*\S)\s+(\S{2})$/.exec(text) ?? [];
  const code = countryCode(country);
  if (code === null)
    throw atInput('destination', `"${text}" is no country: such as FR, or DE 10 for a part of it.`);
  return `${code} ${codeKey(area)}`;
}
