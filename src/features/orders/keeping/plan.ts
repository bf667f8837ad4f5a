import { foldOrder } from '../fold/fold-order.ts';
import type { Known, Shop } from '../fold/input-model.ts';
import type { Folded } from '../fold/model.ts';
import type { Kept } from '../telling/hash.ts';
import { jsonOf } from '../telling/said-json.ts';
import type { Stored } from './read.ts';
import { rowsOf, same } from './rows.ts';
import type { OrderRows, Parts, StoredStatement } from './rows-model.ts';
import { isHeldByRows } from './said-of-rows.ts';

/** What becomes of an order, and the statements that are to be kept. */
export interface OrderPlan {
  /** Null: it is new. */
  readonly before: OrderRows | null;
  readonly after: OrderRows;
  readonly folded: Folded;
  readonly statements: readonly StoredStatement[];
}

export interface Means {
  readonly known: Known;
  readonly shop: Shop;
  readonly newId: () => string;
}

/** A new order, of which nothing but this was told. */
export function planNew(id: string, told: readonly Kept[], means: Means): OrderPlan {
  const statements = apart(told);
  const [only] = statements;
  const isHeld = statements.length === 1 && only !== undefined && isHeldByRows(only);
  const folded = foldOrder({ statements, known: means.known, shop: means.shop });
  return {
    before: null,
    after: rowsOf(folded, statements, id, { before: null, newId: means.newId }),
    folded,
    statements: statements.map((one) => storedOf(id, one, isHeld ? null : jsonOf(one))),
  };
}

/**
 * A stored order, of which this is told besides. What was told before is read again: a code may have come to be known, and
 * what the shop has set may be another.
 */
export function planStored({ rows, told: before }: Stored, told: readonly Kept[], means: Means): OrderPlan {
  const { id } = rows.order;
  const known = new Set(before.map(({ statement }) => keyOf(statement)));
  const hashes = new Set(before.map(({ statement }) => statement.hash));
  const fresh = apart(told).filter((one) => !known.has(keyOf(one)));
  const all = [...before.map(({ statement }) => statement), ...fresh];
  const { promises: promised } = rows;
  const folded = foldOrder({ statements: all, known: means.known, shop: means.shop, promised });
  // The rows hold what was said while nothing else was; a repetition says nothing else.
  const isMore = fresh.some(({ hash }) => !hashes.has(hash));
  const filled = before.filter(({ said, isKept }) => !isKept || (isMore && said === 'rows'));
  return {
    before: rows,
    after: rowsOf(folded, all, id, { before: rows, newId: means.newId }),
    folded,
    statements: [
      ...filled.map(({ statement }) => storedOf(id, statement, isMore ? jsonOf(statement) : null)),
      ...fresh.map((one) => storedOf(id, one, hashes.has(one.hash) ? null : jsonOf(one))),
    ],
  };
}

/** Each statement once. */
function apart(told: readonly Kept[]): readonly Kept[] {
  return told.length < 2 ? told : [...new Map(told.map((one) => [keyOf(one), one])).values()];
}

const keyOf = ({ source, facet, versionAt, hash }: Kept) => JSON.stringify([source, facet, versionAt, hash]);

function storedOf(
  orderId: string,
  { source, facet, versionAt, hash, deliveryId }: Kept,
  said: string | null,
): StoredStatement {
  return { orderId, source, facet, versionAt, hash, deliveryId, said };
}

/** Whether the order's own row is another, any line is, and which parts are. */
export interface Difference {
  readonly order: boolean;
  readonly lines: boolean;
  readonly parts: ReadonlySet<keyof Parts>;
}

export interface Planned {
  readonly plan: OrderPlan;
  readonly difference: Difference;
}

const parts = ['milestones', 'holds', 'promises', 'fulfilments', 'refunds'] as const;

export function differenceOf({ before, after }: OrderPlan): Difference {
  if (!before)
    return { order: true, lines: true, parts: new Set(parts.filter((part) => after[part].length > 0)) };
  return {
    order: !same(after.order, before.order),
    lines: !same(after.lines, before.lines),
    parts: new Set(parts.filter((part) => !same(inLineOrder(after[part]), inLineOrder(before[part])))),
  };
}

/** Their lines by key: the tables keep no order of them. */
function inLineOrder(rows: readonly object[]): readonly object[] {
  return rows.map((row) => {
    const { lines } = row as { readonly lines?: readonly { readonly lineKey: string }[] };
    return lines ? { ...row, lines: lines.toSorted((a, b) => (a.lineKey < b.lineKey ? -1 : 1)) } : row;
  });
}

export function isDifferent({ order, lines, parts: other }: Difference): boolean {
  return order || lines || other.size > 0;
}
