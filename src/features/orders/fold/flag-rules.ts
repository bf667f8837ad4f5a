import type { Flags, FoldedFulfilment, FoldedHeader, FoldedPromise, ShipBy } from './model.ts';
import { currentAt, currentOf } from './pieces.ts';
import type { Moved } from './quantity-rules.ts';
import type { Progress } from './stage.ts';

interface Facts {
  readonly header: FoldedHeader;
  readonly progress: Progress;
  readonly lines: readonly Moved[];
  readonly fulfilments: readonly FoldedFulfilment[];
  readonly promises: readonly FoldedPromise[];
  readonly ship: ShipBy;
  readonly zoneSource: string;
}

/** What figures leave out, mark or list (KPIS.md, rules 6 to 9). */
export function flagsOf({ header, progress, lines, fulfilments, promises, ship, zoneSource }: Facts): Flags {
  const { cancelledAt, firstOutAt, handedOverAt, deliveredAt, isPartShipped } = progress;
  const isOut = lines.some(({ shipped }) => shipped > 0);
  const outFirst = isOut && (firstOutAt === null || cancelledAt === null || firstOutAt <= cancelledAt);
  return {
    excluded: those({
      test: header.test,
      draft: header.draft,
      digital: header.digital,
      replacement: header.replacementOf !== null,
      merged: header.mergedInto !== null,
      'cancelled before hand-over': cancelledAt !== null && !outFirst,
    }),
    marks: those({
      'part shipped': isPartShipped,
      'cancelled after hand-over': cancelledAt !== null && outFirst,
      'returned to sender': fulfilments.some(({ state }) => state === 'returned'),
      'edited after cut-off': lines.some((line) => isEditedLate(line, ship.shipBy)),
      'promise by rule': promises[0]?.source === 'rule',
      'ship-by by rule': ship.shipBySource === 'rule',
      'zone unknown': zoneSource === 'business',
    }),
    faults: those({
      'delivered before handed over':
        deliveredAt !== null && handedOverAt !== null && deliveredAt < handedOverAt,
      'handed over before placed': handedOverAt !== null && handedOverAt < header.placedAt,
    }),
  };
}

/** Whether pieces came or went after the cut-off. One that left and came back was no edit. */
function isEditedLate(line: Moved, shipBy: Date | null): boolean {
  const cutOff = line.shipBy ?? shipBy;
  return cutOff !== null && currentAt(line, cutOff) !== Math.max(currentOf(line), line.shipped);
}

function those<Name extends string>(flags: Readonly<Record<Name, boolean>>): readonly Name[] {
  return (Object.keys(flags) as Name[]).filter((name) => flags[name]);
}
