import type { NamesOf } from '../parcels/names.ts';
import { amountsOf } from '../parcels/worth.ts';
import { type Cause, causes } from '../status/cause-rules.ts';
import type { StoredCell } from './late-store.ts';
import type { LateGroup, LateParcels, LateSum } from './model.ts';

/** What the cells make together: all, by cause, and by carrier, lane and service, the most value at risk first. */
export function summed(
  cells: readonly StoredCell[],
  namesOf: NamesOf,
  currency: string,
): Pick<LateParcels, 'late' | 'dueLate' | 'causes' | 'groups'> {
  const late = cells.filter((one) => one.isLate);
  const byCause = (cause: Cause) => sumOf(late.filter((one) => one.cause === cause));
  const groups = new Map<string, StoredCell[]>();
  for (const cell of cells) groups.set(cell.group, [...(groups.get(cell.group) ?? []), cell]);
  const value = ({ amounts }: LateGroup) => amounts.get(currency) ?? 0n;
  return {
    late: sumOf(late),
    dueLate: sumOf(cells.filter((one) => !one.isLate)),
    causes: Object.fromEntries(causes.map((one) => [one, byCause(one)])) as Record<Cause, LateSum>,
    groups: [...groups.values()]
      .flatMap((some) => groupOf(some, namesOf) ?? [])
      .toSorted(
        (a, b) =>
          Number(value(b) - value(a)) ||
          b.late + b.dueLate - (a.late + a.dueLate) ||
          (a.group < b.group ? -1 : 1),
      ),
  };
}

function sumOf(cells: readonly StoredCell[]): LateSum {
  return {
    parcels: total(cells, ({ parcels }) => parcels),
    orders: total(cells, ({ allOrders }) => allOrders),
    amounts: amountsOf(cells.map(({ currency, allMinor: minor }) => ({ currency, minor }))),
  };
}

function groupOf(cells: readonly StoredCell[], namesOf: NamesOf): LateGroup | null {
  const [first] = cells;
  if (!first) return null;
  const parcels = (isLate: boolean) => total(cells, (one) => (one.isLate === isLate ? one.parcels : 0));
  return {
    ...namesOf(first),
    lane: first.lane,
    group: first.group,
    late: parcels(true),
    dueLate: parcels(false),
    orders: total(cells, ({ orders }) => orders),
    amounts: amountsOf(cells.map(({ currency, valueMinor: minor }) => ({ currency, minor }))),
  };
}

function total(cells: readonly StoredCell[], of: (cell: StoredCell) => number): number {
  return cells.reduce((sum, cell) => sum + of(cell), 0);
}
