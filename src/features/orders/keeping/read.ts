import { createHash } from 'node:crypto';
import type { Scope } from '../../../core/runtime/database.ts';
import type { FoldedMilestone, FoldedPromise } from '../fold/model.ts';
import { latest } from '../fold/moments.ts';
import { milestoneFields } from '../rules.ts';
import type { Kept } from '../telling/hash.ts';
import { milestones as turns } from '../telling/said.ts';
import { saidFrom } from '../telling/said-json.ts';
import { linesOf } from './line-store.ts';
import { storedOrders } from './order-store.ts';
import { partsOf } from './part-store.ts';
import type { OrderRows, StoredStatement } from './rows-model.ts';
import { keptOf, saidOf } from './said-of-rows.ts';
import { statementsOf } from './statement-store.ts';

/** What is known of an order before somebody tells more. */
export interface Stored {
  readonly rows: OrderRows;
  readonly told: readonly ToldBefore[];
}

export interface ToldBefore {
  readonly statement: Kept;
  /** Where what it says is kept: with itself, with another that says the same, or in the order's rows alone. */
  readonly said: 'here' | 'beside' | 'rows';
  /** False: an older release stored the order, and no statement. */
  readonly isKept: boolean;
}

const migrated = 'file migrated';
const noParts = { milestones: [], holds: [], promises: [], fulfilments: [], refunds: [] };

/** Everything that is stored of these orders, by id. In a transaction that holds them nothing of it moves. */
export async function readOrders(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, Stored>> {
  if (ids.length === 0) return new Map();
  const orders = await storedOrders(scope, ids);
  const lines = await linesOf(scope, ids);
  const parts = await partsOf(scope, ids);
  const statements = await statementsOf(scope, ids);
  return new Map(
    orders.map((order): [string, Stored] => {
      const rows = { order, lines: lines.get(order.id) ?? [], ...(parts.get(order.id) ?? noParts) };
      return [order.id, { rows, told: toldBefore(rows, statements.get(order.id) ?? []) }];
    }),
  );
}

function toldBefore(rows: OrderRows, statements: readonly StoredStatement[]): readonly ToldBefore[] {
  if (statements.length === 0)
    return [
      { statement: keptOf(rebuilt(rows), saidOf(withColumns(rows), migrated)), said: 'rows', isKept: false },
    ];
  const said = new Map(statements.flatMap((one) => (one.said === null ? [] : [[one.hash, one.said]])));
  return statements.map((one) => {
    const json = said.get(one.hash);
    const where = one.said === null ? (json === undefined ? 'rows' : 'beside') : 'here';
    return {
      statement: keptOf(one, json === undefined ? saidOf(rows, one.source) : saidFrom(json)),
      said: where,
      isKept: true,
    };
  });
}

/** The only statement of an order that a replica of an older release stored. */
function rebuilt({ order }: OrderRows): StoredStatement {
  const { id, placedAt, paidAt, allocatedAt, pickedAt, packedAt, handedOverAt, deliveredAt, cancelledAt } =
    order;
  const moments = [placedAt, paidAt, allocatedAt, pickedAt, packedAt, handedOverAt, deliveredAt, cancelledAt];
  return {
    orderId: id,
    source: migrated,
    facet: 'order',
    versionAt: latest(moments) ?? placedAt,
    hash: createHash('md5').update(id).digest('hex'),
    said: null,
    deliveryId: null,
  };
}

/** Such an order has no parts: what its own row says stands for them. */
function withColumns(rows: OrderRows): OrderRows {
  const { order } = rows;
  const source = migrated;
  const milestones = turns.flatMap((what): FoldedMilestone[] => {
    const at = order[milestoneFields[what]];
    const named = { source, what, part: '', eventKey: 'migrated', by: null, retracted: false };
    return at ? [{ ...named, at }] : [];
  });
  const held = {
    source,
    key: 'migrated',
    from: order.placedAt,
    until: null,
    reason: 'not given',
    by: 'import',
  };
  const promises = [order.promisedBy, order.promisedByRevised].flatMap((at, n): FoldedPromise[] => {
    const toldAt = new Date(order.placedAt.getTime() + n);
    const named = {
      ordinal: n + 1,
      kind: 'instant',
      on: null,
      zone: '',
      source: 'channel',
      by: null,
      madeOf: [],
    } as const;
    return at ? [{ ...named, at, until: at, toldAt }] : [];
  });
  return { ...rows, milestones, holds: order.onHold ? [held] : [], promises };
}
