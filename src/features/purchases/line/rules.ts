import { codeKey } from '../../../core/text/code-key.ts';
import { countryCode } from '../../../core/text/country.ts';
import type { Fault, LineSaid, PurchaseLine, Revision } from './model.ts';
import { poKey, supplierKey } from './po-key.ts';

/** A line is told apart by its order and its own number in there. */
export function lineKey({ po, line }: Pick<LineSaid, 'po' | 'line'>): string {
  // Neither holds a line break: two that are written together are never another pair.
  return `${poKey(po)}\n${codeKey(line)}`;
}

type Told = Pick<
  PurchaseLine,
  'sentOn' | 'sentSaid' | 'deliveredOn' | 'recordedOn' | 'cancelled' | 'received' | 'ordered'
>;

/** Whether pieces of it are still to come. */
function isOpen({ deliveredOn, cancelled, received, ordered }: Told): boolean {
  return deliveredOn === null && !cancelled && received < ordered;
}

/** What its days contradict. Days compare as text. */
function faultsOf({ sentOn, sentSaid, deliveredOn, recordedOn }: Told): readonly Fault[] {
  const isBefore = (one: string | null, other: string | null) =>
    one !== null && other !== null && one < other;
  return [
    ...(sentOn === null && sentSaid !== null ? (['sent unknown'] as const) : []),
    ...(isBefore(deliveredOn, sentOn) ? (['delivered before sent'] as const) : []),
    ...(isBefore(recordedOn, deliveredOn) ? (['recorded before delivered'] as const) : []),
  ];
}

/** What became of a statement. `older`: something newer is known, and it changes nothing. */
export type Outcome = 'added' | 'changed' | 'unchanged' | 'older';

export interface Plan {
  readonly outcome: Outcome;
  readonly before: PurchaseLine | null;
  readonly after: PurchaseLine;
  readonly revision: Revision | null;
}

/**
 * A line after a statement. An older one changes nothing. A source that repeats the day it has named before says nothing
 * new: what somebody has been told since stays.
 */
export function planOf(
  before: PurchaseLine | null,
  said: LineSaid,
  { id, skuId }: { readonly id: string; readonly skuId: string | null },
): Plan {
  if (before && said.saidAt < before.saidAt)
    return { outcome: 'older', before, after: before, revision: null };
  const { after, revision } = tell(before, said, before?.id ?? id, skuId);
  const outcome = before === null ? 'added' : isSame(before, after) ? 'unchanged' : 'changed';
  return { outcome, before, after, revision };
}

function tell(before: PurchaseLine | null, said: LineSaid, id: string, skuId: string | null) {
  const or = <Value>(told: Value | undefined, kept: Value | undefined, none: Value): Value =>
    told === undefined ? (kept ?? none) : told;
  const { source, po, saidAt, ordered } = said;
  const supplier = or(said.supplier, before?.supplier, null);
  const country = or(said.country, before?.country, null);
  const code = or(said.code, before?.code, null);
  const value =
    said.value === undefined
      ? { minor: before?.valueMinor ?? null, currency: before?.currency ?? null }
      : (said.value ?? { minor: null, currency: null });
  const days = promiseOf(before, said);
  const line = {
    id,
    source,
    lineKey: lineKey(said),
    po,
    poKey: poKey(po),
    notice: or(said.notice, before?.notice, null),
    supplier,
    supplierKey: supplier === null ? null : supplierKey(supplier),
    mode: or(said.mode, before?.mode, null),
    country: country === null ? null : (countryCode(country) ?? country),
    code,
    codeKey: code === null ? null : codeKey(code),
    title: or(said.title, before?.title, null),
    skuId,
    locationId: or(said.locationId, before?.locationId, null),
    ordered,
    received: or(said.received, before?.received, 0),
    sentOn: or(said.sentOn, before?.sentOn, null),
    sentSaid: or(said.sentSaid, before?.sentSaid, null),
    ...days,
    deliveredOn: or(said.deliveredOn, before?.deliveredOn, null),
    recordedOn: or(said.recordedOn, before?.recordedOn, null),
    cancelled: or(said.cancelled, before?.cancelled, false),
    valueMinor: value.minor,
    currency: value.currency,
    saidAt,
  };
  const after: PurchaseLine = { ...line, open: isOpen(line), faults: faultsOf(line) };
  const isOther = before !== null && before.expectedOn !== null && before.expectedOn !== after.expectedOn;
  const revision: Revision | null = isOther
    ? { lineId: id, on: after.expectedOn, saidAt, by: { kind: 'source', name: source }, reason: null }
    : null;
  return { after, revision };
}

/** The first day that was promised stays; the one that its source names counts when it is another than it named before. */
function promiseOf(
  before: PurchaseLine | null,
  { promisedOn: said }: LineSaid,
): Pick<PurchaseLine, 'promisedOn' | 'toldOn' | 'expectedOn'> {
  if (before === null) return { promisedOn: said ?? null, toldOn: said ?? null, expectedOn: said ?? null };
  const { promisedOn, toldOn, expectedOn } = before;
  if (said === undefined || said === toldOn) return { promisedOn, toldOn, expectedOn };
  return { promisedOn: promisedOn ?? said, toldOn: said, expectedOn: said };
}

/** As of when it was said is no difference. */
function isSame({ saidAt: _, ...a }: PurchaseLine, { saidAt: __, ...b }: PurchaseLine): boolean {
  const plain = (line: object) =>
    JSON.stringify(line, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  const sorted = (line: object) => plain(Object.fromEntries(Object.entries(line).toSorted()));
  return sorted(a) === sorted(b);
}
