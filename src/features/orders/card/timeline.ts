import { codeKey } from '../../../core/text/code-key.ts';
import { money } from '../../../core/text/money.ts';
import { capitalized } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { isTracked, trackedPart } from '../fold/scan-rules.ts';
import type { MilestoneTold, OrderHistory, Parcel } from '../order/model.ts';
import { milestoneFields, type Stage, stages } from '../rules.ts';
import { cancelledByWords, promiseWords, sourceWords, stageWords, wayWords } from './words.ts';

/** Something that happened to an order. */
export interface TimelineEntry {
  readonly at: Date;
  readonly what: string;
  /** Who told it. */
  readonly source: string;
  /** It was taken back: it did not happen. */
  readonly retracted: boolean;
}

/** At one moment, what comes first of an order stands first. */
interface Ranked extends TimelineEntry {
  readonly rank: number;
}

/** Everything that happened, the earliest first; the same for any order in which it was told. */
export function timelineOf(order: OrderHistory, reader: Reader): readonly TimelineEntry[] {
  const named = order.parcels.map((parcel) => ({ parcel, parts: partsOf(parcel) }));
  const entries = [
    placed(order),
    ...order.milestones.map((one) => milestone(one, order, named)),
    ...parcelEntries(order, named),
    ...headerEntries(order),
    ...holdEntries(order),
    ...promiseEntries(order, reader),
    ...refundEntries(order),
  ];
  return entries.toSorted(
    (a, b) =>
      Number(a.at) - Number(b.at) ||
      a.rank - b.rank ||
      (`${a.what}${a.source}` < `${b.what}${b.source}` ? -1 : 1),
  );
}

function placed({ kind, channel, placedAt, source }: OrderHistory): Ranked {
  const what = kind === 'credit' ? `Credited on ${channel}` : `Placed on ${channel}`;
  return { at: placedAt, what, source: sourceWords(source, channel), retracted: false, rank: 0 };
}

function rankOf(what: string): number {
  return stages.indexOf(what as Stage);
}

/** A parcel, and the parts that milestones name it by. */
interface Named {
  readonly parcel: Parcel;
  readonly parts: ReadonlySet<string>;
}

/** Its source's id, and its tracking numbers. */
function partsOf({ externalId, tracking }: Parcel): Named['parts'] {
  return new Set([externalId, ...tracking.map((one) => trackedPart(codeKey(one)))]);
}

function milestone(told: MilestoneTold, order: OrderHistory, named: readonly Named[]): Ranked {
  const { what, part, lineCode, at, by, source, retracted } = told;
  const parcel = named.find(({ parts }) => parts.has(part))?.parcel;
  const whose =
    part === '' ? '' : parcel ? `Parcel ${parcelName(parcel)} ` : `${lineCode ?? `Line ${part}`} `;
  return {
    at,
    what: capitalized(`${whose}${wordsOf(what)}${wayWords(by)}`),
    source: isTracked(part) ? 'the carrier' : sourceWords(source, order.channel),
    retracted,
    rank: rankOf(what),
  };
}

const parcelMoments = {
  labelled: 'labelledAt',
  handed_over: 'handedOverAt',
  delivered: 'deliveredAt',
  returned: 'returnedAt',
  cancelled: 'cancelledAt',
} as const;

/** What parcels say of themselves, unless a milestone of theirs says it. */
function parcelEntries({ milestones, channel }: OrderHistory, named: readonly Named[]): readonly Ranked[] {
  return named.flatMap(({ parcel, parts }) =>
    Object.entries(parcelMoments).flatMap(([what, field]) => {
      const at = parcel[field];
      const isSaid = milestones.some((one) => one.what === what && parts.has(one.part));
      if (!at || isSaid) return [];
      const state = what === 'cancelled' && parcel.state === 'failed' ? 'failed' : wordsOf(what);
      const way = what === 'handed_over' ? wayWords(parcel.handOverBy) : '';
      return {
        at,
        what: `Parcel ${parcelName(parcel)} ${state}${way}`,
        source: sourceWords(parcel.source, channel),
        retracted: false,
        rank: rankOf(what),
      };
    }),
  );
}

/** What only the order itself has, as older releases wrote it. */
function headerEntries(order: OrderHistory): readonly Ranked[] {
  const { milestones, parcels, channel, source, cancelledBy } = order;
  return Object.entries(milestoneFields).flatMap(([what, field]) => {
    const at = order[field];
    const isSaid =
      milestones.some((one) => one.what === what && !one.retracted) ||
      parcels.some(
        (parcel) => what in parcelMoments && parcel[parcelMoments[what as keyof typeof parcelMoments]],
      );
    if (!at || isSaid) return [];
    const by = what === 'cancelled' ? cancelledByWords(cancelledBy) : '';
    return {
      at,
      what: capitalized(`${wordsOf(what)}${by}`),
      source: sourceWords(source, channel),
      retracted: false,
      rank: rankOf(what),
    };
  });
}

function holdEntries({ holds, channel }: OrderHistory): readonly Ranked[] {
  return holds.flatMap(({ from, until, reason, by, source }) => {
    const told = { source: sourceWords(source, channel), retracted: false, rank: stages.length };
    const who = by ? ` by ${by}` : '';
    const why = reason ? `: ${reason}` : '';
    return [
      { ...told, at: from, what: `Put on hold${who}${why}` },
      ...(until ? [{ ...told, at: until, what: `Hold ended${why}` }] : []),
    ];
  });
}

function promiseEntries({ promises, channel }: OrderHistory, reader: Reader): readonly Ranked[] {
  const sources: Readonly<Record<string, string>> = { rule: 'our rule', person: 'a person' };
  return promises.map((promise) => ({
    at: promise.toldAt,
    what: `${promise.ordinal === 1 ? 'Promised' : 'New promise:'} ${promiseWords(promise, reader)}`,
    source: promise.by ?? sources[promise.source] ?? channel,
    retracted: false,
    rank: stages.length + 1,
  }));
}

function refundEntries({ refunds, currency, channel }: OrderHistory): readonly Ranked[] {
  return refunds.map(({ at, amountMinor, note, source }) => ({
    at,
    what: `Refunded ${money(amountMinor, currency)}${note ? `: ${note}` : ''}`,
    source: sourceWords(source, channel),
    retracted: false,
    rank: stages.length + 2,
  }));
}

function parcelName({ tracking, externalId }: Parcel): string {
  return tracking[0] ?? externalId;
}

function wordsOf(what: string): string {
  return stageWords[what as Stage] ?? what;
}
