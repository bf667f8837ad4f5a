import { z } from 'zod';
import { personOf, readerOf } from '../../../cases/reader.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { atInput } from '../../../core/runtime/refusal.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { cleanName } from '../../../core/text/clean.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { countryCode } from '../../../core/text/country.ts';
import { carrierNamed, carrierNames } from '../../carriers/index.ts';
import { raiseIssue } from '../../issues/index.ts';
import { locations } from '../../locations/index.ts';
import { declareDisruptions } from '../permissions.ts';
import { holdBursts } from './burst-store.ts';
import { covers, type Disruption, disruptionKinds, matterOfDisruption } from './disruption-model.ts';
import { addDisruption, holdDisruptions, inside } from './disruption-store.ts';
import { disruptionName, spanWords } from './disruption-words.ts';
import { carrierTold } from './lane-store.ts';
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
    /** Null: now. */
    fromAt: z.date().nullable(),
    untilAt: z.date().nullable(),
  }),
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
    const span = spanOf({ ...asked, fromAt: asked.fromAt ?? (await beganWith(ctx, over)) }, ctx.now);
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
    };
    const sums = await sumsOf(ctx.tx, inside(disruption));
    await addDisruption(ctx.tx, { ...disruption, parcels: sums.parcels, open: sums.open });
    const name = disruptionName(disruption);
    const reader = { ...readerOf(ctx), timeZone: ctx.workspace.timeZone, lasting: true } as const;
    const { issue } = await raiseIssue.call(ctx, {
      title: name,
      details: `Declared ${spanWords(disruption, reader)}. Parcels that come into trouble inside it raise no alarm of their own; they are counted here, and listed when it ends. \`/shipment disruption\` shows and ends it.`,
      kind: 'shipment',
      severity: 'high',
      department: 'shipping',
      links: [{ what: 'disruption', ref: disruption.id, label: name, url: null }],
      source: 'shipments',
      matter: matterOfDisruption(disruption.id),
    });
    // Bursts of its lanes end at once: their parcels are here now.
    await watchLanes.call(asSystem(ctx, 'shipments'), {});
    return {
      result: { id: disruption.id, name, sums, issue: issue && { id: issue.id, number: issue.number } },
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
  { tx }: MutationContext,
  { kind, carrier, origin, destination }: Pick<Disruption, 'kind' | 'carrier' | 'origin' | 'destination'>,
): Promise<void> {
  const known = (await holdDisruptions(tx)).find(
    (one) =>
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

/** Who declares what is behind a burst means its parcels too: it began with them. Null: it begins now. Disruptions are held. */
async function beganWith(
  { tx }: MutationContext,
  over: Pick<Disruption, 'carrier' | 'origin' | 'destination'>,
): Promise<Date | null> {
  const since = (await holdBursts(tx)).filter((one) => covers(over, one)).map((one) => one.since.getTime());
  return since.length > 0 ? new Date(Math.min(...since)) : null;
}

function spanJson({ fromAt, untilAt }: Pick<Disruption, 'fromAt' | 'untilAt'>) {
  return { fromAt: fromAt.toISOString(), untilAt: untilAt?.toISOString() ?? null };
}

function spanOf(
  asked: { readonly fromAt: Date | null; readonly untilAt: Date | null },
  now: Date,
): Pick<Disruption, 'fromAt' | 'untilAt'> {
  const fromAt = asked.fromAt ?? now;
  const { untilAt } = asked;
  const ms = now.getTime();
  if (fromAt.getTime() < ms - mostBeforeMs) throw atInput('fromAt', 'That is more than a month ago: later.');
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
