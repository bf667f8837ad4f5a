import type { Milestone } from '../telling/said.ts';
import { lineKey } from './match-lines.ts';
import { wholeSign } from './milestones.ts';
import type { FoldedFulfilment, FoldedLine, FoldedMilestone, FoldedRefund, ToldLine } from './model.ts';
import { currentAt, currentOf, isHandedOver, isLabelled, piecesByLine } from './pieces.ts';

/** A line with its pieces by state, before it is known which of them were due. */
export type Moved = ToldLine &
  Omit<FoldedLine, keyof ToldLine | 'originalQuantity' | 'dueQuantity' | 'counted'>;

interface Parts {
  readonly fulfilments: readonly FoldedFulfilment[];
  readonly refunds: readonly FoldedRefund[];
  readonly counting: readonly FoldedMilestone[];
  readonly isCredit: boolean;
  readonly isCancelled: boolean;
}

/**
 * How many pieces of each line are how far: by the parcels that they are in, and all of them where the whole order is said
 * to be so far.
 */
export function movedLines(lines: readonly ToldLine[], parts: Parts): readonly Moved[] {
  const { fulfilments, refunds } = parts;
  const inParcels = (isSo: (one: FoldedFulfilment) => boolean) =>
    piecesByLine(fulfilments.filter(isSo).flatMap((one) => one.lines));
  const refunded = refunds.flatMap((one) => one.lines);
  const signs = signsOf(parts.counting);
  const hadLeft = (key: string, at: Date) =>
    [
      signs.left?.at,
      ...fulfilments.map((one) =>
        isHandedOver(one) && one.lines.some((line) => line.lineKey === key) ? one.handedOverAt : null,
      ),
    ].some((leftAt) => leftAt && leftAt <= at);
  // What a refund takes after a parcel left is of that parcel, also where nothing is put back.
  const ofLeft = refunds.flatMap(({ at, lines: own }) =>
    own.filter((one) => one.restock === 'return' || (one.restock === 'none' && hadLeft(one.lineKey, at))),
  );
  const tally: Tally = {
    labelled: inParcels(isLabelled),
    shipped: inParcels(isHandedOver),
    delivered: inParcels(({ state, deliveredAt }) => state === 'delivered' || deliveredAt !== null),
    returned: inParcels(({ state }) => state === 'returned'),
    refunded: piecesByLine(refunded),
    restocked: piecesByLine(refunded.filter(({ restock }) => restock === 'return')),
    ofLeft: piecesByLine(ofLeft),
  };
  return lines.map((line) => moved(line, parts, tally, signs));
}

/** Pieces by line. */
type Tally = Readonly<
  Record<
    'labelled' | 'shipped' | 'delivered' | 'returned' | 'refunded' | 'restocked' | 'ofLeft',
    ReadonlyMap<string, number>
  >
>;

/** What was said of the whole order; and of single lines, by their keys. */
function signsOf(counting: readonly FoldedMilestone[]) {
  const whole = (...what: readonly Milestone[]) =>
    what.map((one) => wholeSign(counting, one)).find((sign) => sign !== null);
  const ofLines = (...what: readonly Milestone[]) =>
    new Set(counting.flatMap((one) => (what.includes(one.what) && one.part !== '' ? lineKey(one.part) : [])));
  return {
    left: whole('handed_over', 'delivered', 'returned'),
    labelled: whole('labelled'),
    picked: whole('picked', 'packed'),
    allocated: whole('allocated'),
    delivered: whole('delivered'),
    returned: whole('returned'),
    pickedLines: ofLines('picked', 'packed'),
    allocatedLines: ofLines('allocated'),
  };
}

// Field by field, here and below: objects put together from others make a fold cost several times as much.
function moved(
  line: ToldLine,
  { isCredit, isCancelled }: Parts,
  tally: Tally,
  signs: ReturnType<typeof signsOf>,
): Moved {
  const { lineKey: key } = line;
  const tallied = (what: keyof Tally) => tally[what].get(key) ?? 0;
  const pieces = line.told.at(-1)?.pieces ?? 0;
  const ordered = isCredit ? 0 : pieces;
  const current = isCredit ? 0 : Math.min(currentOf(line), ordered);
  const { left } = signs;
  const shipped = Math.min(
    ordered,
    Math.max(tallied('shipped'), left ? Math.min(currentAt(line, left.at), ordered) : 0),
  );
  const taken = Math.max(ordered - current - Math.min(shipped, tallied('ofLeft')), 0);
  const cancelled = isCancelled ? ordered - shipped : Math.min(taken, ordered - shipped);
  const due = ordered - cancelled;
  const labelled = signs.labelled ? due : Math.min(due, Math.max(tallied('labelled'), shipped));
  const picked = signs.picked || signs.pickedLines.has(key) ? due : labelled;
  const allocated = signs.allocated || signs.allocatedLines.has(key) ? due : picked;
  const delivered = signs.delivered ? shipped : Math.min(shipped, tallied('delivered'));
  const cameBack = Math.max(
    ordered - current - cancelled,
    tallied('restocked'),
    signs.returned ? shipped : tallied('returned'),
  );
  return {
    lineKey: key,
    ordinal: line.ordinal,
    sourceLine: line.sourceLine,
    code: line.code,
    skuId: line.skuId,
    title: line.title,
    kind: line.kind,
    requiresShipping: line.requiresShipping,
    unitPriceMinor: line.unitPriceMinor,
    shipBy: line.shipBy,
    told: line.told,
    ordered,
    allocated,
    picked,
    labelled,
    shipped,
    delivered,
    cancelled,
    returned: Math.min(shipped, Math.max(cameBack, 0)),
    refunded: isCredit ? pieces : Math.max(line.refunded, tallied('refunded')),
    open: line.requiresShipping ? due - shipped : 0,
  };
}

/** With what was due: the pieces after the edits that were made before the cut-off. */
export function withDue(line: Moved, shipBy: Date | null, counted: boolean): FoldedLine {
  const cutOff = line.shipBy ?? shipBy;
  return {
    lineKey: line.lineKey,
    ordinal: line.ordinal,
    sourceLine: line.sourceLine,
    code: line.code,
    skuId: line.skuId,
    title: line.title,
    kind: line.kind,
    requiresShipping: line.requiresShipping,
    unitPriceMinor: line.unitPriceMinor,
    shipBy: line.shipBy,
    refunded: line.refunded,
    originalQuantity: line.told[0]?.pieces ?? 0,
    dueQuantity: cutOff ? currentAt(line, cutOff) : currentOf(line),
    ordered: line.ordered,
    allocated: line.allocated,
    picked: line.picked,
    labelled: line.labelled,
    shipped: line.shipped,
    delivered: line.delivered,
    cancelled: line.cancelled,
    returned: line.returned,
    open: line.open,
    counted,
  };
}
