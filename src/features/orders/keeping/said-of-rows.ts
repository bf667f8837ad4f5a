import { lineKey } from '../fold/match-lines.ts';
import type { FoldedHold, FoldedMilestone, FoldedPromise } from '../fold/model.ts';
import { isRebuilt } from '../fold/statement-order.ts';
import type { StoredLine, StoredOrder } from '../rules.ts';
import type { Kept } from '../telling/hash.ts';
import { type HeaderSaid, type LineSaid, type PromiseSaid, milestones as turns } from '../telling/said.ts';
import type { Said } from '../telling/said-json.ts';
import type { OrderRows, StoredStatement } from './rows-model.ts';
import { isOurs, ourRef } from './settings.ts';

/** What would have to be said for these rows, where one statement made them or an older release stored them. */
export function saidOf({ order, lines, milestones, holds, promises }: OrderRows, source: string): Said {
  const isOlder = isRebuilt(source);
  return {
    order: { channel: order.channel, number: order.number, external: null },
    header: headerOf(order),
    lines: { tells: 'part', of: lines.map((line, n) => lineOf(line, n, isOlder)) },
    milestones: milestones.toSorted(inTurn).map(({ what, retracted, part, eventKey, at, by }) => ({
      what,
      retracted,
      part,
      // Without a key its moment is one.
      eventKey: isOlder ? eventKey : null,
      at,
      ...(by && { by }),
    })),
    ...(holds.length > 0 && { holds: holds.map(holdOf) }),
    promises: promises.flatMap((one) => (one.source === 'rule' ? [] : [promiseOf(one)])),
  };
}

const inTurn = (a: FoldedMilestone, b: FoldedMilestone) => turns.indexOf(a.what) - turns.indexOf(b.what);

function holdOf({ key, reason, by }: FoldedHold) {
  return { key, held: true, ...(reason && { reason }), ...(by && { by }) };
}

function headerOf(order: StoredOrder): HeaderSaid {
  return {
    kind: order.kind === 'credit' ? 'credit' : 'sale',
    currency: order.currency,
    placedAt: order.placedAt,
    ...(order.customerReference !== null && { customerReference: order.customerReference }),
    ...(order.shipCountry !== null && { shipCountry: order.shipCountry }),
    ...(order.locationId !== null && { location: ourRef('location', order.locationId) }),
    ...(order.shipBy !== null && order.shipBySource === 'channel' && { shipBy: order.shipBy }),
  };
}

/** `isOlder`: what an older release knew of a line is all that there is. */
function lineOf(line: StoredLine, index: number, isOlder: boolean): LineSaid {
  return {
    // Of an older release's two spellings of one id the plain one is the line.
    id: lineKey(line.sourceLine) === line.sourceLine ? line.sourceLine : null,
    code: line.code,
    item: isOlder && line.skuId !== null ? ourRef('sku', line.skuId) : null,
    ...(line.ordinal !== index + 1 && { place: line.ordinal }),
    ...(line.title !== line.code && { title: line.title }),
    ...(line.kind === 'service' && { kind: 'service' as const }),
    quantity: line.originalQuantity,
    ...(isOlder && line.refunded > 0 && line.ordered > 0 && { refunded: line.refunded }),
    unitPriceMinor: line.unitPriceMinor,
  };
}

function promiseOf({ kind, on, at, until, toldAt, by }: FoldedPromise): PromiseSaid {
  const told = { toldAt, ...(by && { by }) };
  return kind === 'date' && on !== null
    ? { kind, on, ...told }
    : { kind: 'instant', at: at ?? until, ...told };
}

/** A stored statement as it was said; `rows`: of its order, as they are stored. */
export function keptOf(stored: StoredStatement, said: Said): Kept {
  const { source, facet, versionAt, deliveryId, hash } = stored;
  return { ...said, source, facet, versionAt, deliveryId, hash };
}

/**
 * Whether the rows that a statement makes hold all that it says, so that it need not be stored beside them. True of what a
 * plain file tells.
 */
export function isHeldByRows({
  header,
  lines,
  milestones = [],
  promises = [],
  order,
  ...rest
}: Kept): boolean {
  const { fulfilments = [], holds = [], refunds = [] } = rest;
  return (
    order.external === null &&
    order.number !== null &&
    header?.kind !== undefined &&
    header.currency !== undefined &&
    header.placedAt !== undefined &&
    (header.location === undefined || isOurs(header.location)) &&
    Object.keys(header).every((field) => heldFields.has(field)) &&
    lines?.tells === 'part' &&
    lines.of.every(isHeldLine) &&
    isInPlaces(lines.of) &&
    milestones.every(({ part, eventKey, retracted }) => part === '' && eventKey === null && !retracted) &&
    promises.length <= 1 &&
    fulfilments.length + holds.length + refunds.length === 0
  );
}

/** The rows keep the lines in their places alone. */
function isInPlaces(lines: readonly LineSaid[]): boolean {
  let last = 0;
  return lines.every(({ place }, n) => {
    const before = last;
    last = place ?? n + 1;
    return last > before;
  });
}

const heldFields: ReadonlySet<string> = new Set<keyof HeaderSaid>([
  'kind',
  'currency',
  'placedAt',
  'customerReference',
  'shipCountry',
  'location',
  'shipBy',
]);

function isHeldLine({
  code,
  item,
  title,
  kind,
  current,
  refunded,
  unitPriceMinor,
  ...rest
}: LineSaid): boolean {
  return (
    code !== '' &&
    item === null &&
    title !== code &&
    kind !== 'goods' &&
    unitPriceMinor !== undefined &&
    current === undefined &&
    refunded === undefined &&
    rest.requiresShipping === undefined &&
    rest.shipBy === undefined
  );
}
