import type { MutationContext, QueryContext } from '../../../core/runtime/context.ts';
import type { FactChange } from '../../../core/tokens/fact.ts';
import { book } from '../booking/book.ts';
import { type Kept, kept } from '../telling/hash.ts';
import type { OrderStatement } from '../telling/model.ts';
import { addressed, keyOfSubject, type Refused, type Subject } from './address.ts';
import { type FoldingOptions, planned } from './folding.ts';
import type { Lacking } from './lacking.ts';
import { openOrders, ordersNamed } from './order-store.ts';
import { tellOfParcels } from './parcels-told.ts';
import { type OrderPlan, planNew, planStored } from './plan.ts';
import { readOrders } from './read.ts';
import { type ExternalRef, keepRefs, setRefs } from './refs-store.ts';
import { stubOf } from './rows.ts';
import type { NamedOrder } from './rows-model.ts';
import { writePlans } from './write.ts';

/** What statements made of their orders. */
export interface Told {
  /** Of every order that was told of. */
  readonly plans: readonly (OrderPlan & Lacking)[];
  /** Those of them that differ from what was stored. */
  readonly changed: readonly OrderPlan[];
  readonly facts: readonly FactChange[];
  /** What their sources call these orders. */
  readonly names: readonly ExternalRef[];
  readonly refused: readonly Refused[];
}

/** What folding needs of a mutation's context. */
export type Folding = Pick<MutationContext, 'tx' | 'now' | 'ids' | 'workspace'>;

/**
 * The only way in which orders are written: adds what is said to what was said before, folds both, and writes what
 * differs. Any number of statements in a fixed number of SQL statements; in any order, as often as one likes, by any
 * number of processes at once, the rows are the same in the end. What cannot be told of any order is refused, and the rest
 * is done. Call it once in a transaction: it holds its orders in one order for everybody, until the end.
 */
export async function tell(
  ctx: MutationContext,
  statements: readonly OrderStatement[],
  options: FoldingOptions = {},
): Promise<Told> {
  const told = await tellRows(ctx, statements, options);
  await book(ctx, told.changed);
  await tellOfParcels(ctx, told.changed);
  return told;
}

/** The same without the ledger: of the sample shop, which writes its own. */
export async function tellRows(
  ctx: Folding,
  statements: readonly OrderStatement[],
  options: FoldingOptions,
): Promise<Told> {
  const { tx, now } = ctx;
  const newId = () => ctx.ids.uuid(now);
  const { subjects, refused } = await addressed(tx, statements.map(kept));
  const minted = new Map(subjects.map((one) => [one, one.order?.id ?? newId()]));
  const names = await keepNames(ctx, subjects, minted);

  const fresh = subjects.filter(({ order }) => order === null);
  const made = await planned(
    { ...ctx, scope: tx },
    fresh.map((one) => ({
      before: [],
      told: one.told,
      make: (means) => planNew(minted.get(one) ?? newId(), one.told, means),
    })),
    options,
    newId,
  );
  const held = subjects.flatMap(({ order }) => (order ? [stubOf(order, now)] : []));
  const added = await openOrders(tx, [...made.map(({ after }) => after.order), ...held], now);
  const isAdded = ({ after }: OrderPlan) => added.has(after.order.id);
  await findOvertaken(
    ctx,
    fresh.filter((one) => !added.has(minted.get(one) ?? '')),
  );

  const changes = await plansOfStored({ ...ctx, scope: tx }, subjects, options, newId);
  const plans = [...made.filter(isAdded), ...changes];
  return { ...(await writePlans(ctx, plans)), plans, names, refused };
}

/**
 * Folds these orders again, of which nothing more was said: what is known and what the fold makes of it may be another, and
 * so may be what the ledger can know of them.
 */
export async function refold(
  ctx: MutationContext,
  orders: readonly NamedOrder[],
): Promise<Pick<Told, 'plans' | 'changed' | 'facts'>> {
  const { tx, now } = ctx;
  await openOrders(
    tx,
    orders.map((order) => stubOf(order, now)),
    now,
  );
  const subjects = orders.map(
    (order): Subject => ({ order, channel: order.channel, number: order.numberKey, told: [], names: [] }),
  );
  const plans = await plansOfStored({ ...ctx, scope: tx }, subjects, {}, () => ctx.ids.uuid(now));
  const written = await writePlans(ctx, plans);
  await book(ctx, plans);
  await tellOfParcels(ctx, written.changed);
  return { ...written, plans };
}

/** The same without writing: what would become of these orders now. */
export async function preview(
  ctx: QueryContext,
  statements: readonly OrderStatement[],
  options: FoldingOptions,
): Promise<readonly OrderPlan[]> {
  const newId = () => ctx.ids.uuid(ctx.now);
  const { subjects } = await addressed(ctx.scope, statements.map(kept));
  const fresh = subjects.filter(({ order }) => order === null);
  const made = await planned(
    ctx,
    fresh.map(({ told }) => ({ before: [], told, make: (means) => planNew(newId(), told, means) })),
    options,
    newId,
  );
  return [...made, ...(await plansOfStored(ctx, subjects, options, newId))];
}

/**
 * Notes what sources call the orders, before any of those is held. Who told a name first says which order of ours it is.
 * `minted`: the ids of orders that nobody knows yet.
 */
async function keepNames(
  { tx }: Folding,
  subjects: readonly Subject[],
  minted: ReadonlyMap<Subject, string>,
): Promise<readonly ExternalRef[]> {
  const names = subjects.flatMap((subject) =>
    subject.names.map((name) => ({ subject, ref: { ...name, id: minted.get(subject) ?? '' } })),
  );
  if (names.length === 0) return [];
  const refs = await keepRefs(
    tx,
    names.map(({ ref }) => ref),
  );
  const others = names.flatMap(({ subject, ref }) => {
    const id = refs.idOf(ref);
    return id !== undefined && id !== ref.id ? [{ subject, id }] : [];
  });
  const found = await ordersNamed(
    tx,
    [],
    others.map(({ id }) => id),
  );
  for (const { subject, id } of others) subject.order = found.find((one) => one.id === id) ?? subject.order;
  return names.map(({ ref }) => ref);
}

/** Orders that somebody else added meanwhile: they are told of like any that was there. */
async function findOvertaken({ tx }: Folding, late: readonly Subject[]): Promise<void> {
  if (late.length === 0) return;
  const found = new Map((await ordersNamed(tx, late.map(keyOfSubject))).map((one) => [textOf(one), one]));
  for (const one of late) one.order = found.get(textOf(keyOfSubject(one))) ?? null;
  await setRefs(
    tx,
    late.flatMap(({ order, names }) => (order ? names.map((name) => ({ ...name, id: order.id })) : [])),
  );
}

const textOf = ({ channel, numberKey }: Omit<NamedOrder, 'id'>) => `${channel}\n${numberKey}`;

async function plansOfStored(
  ctx: Pick<QueryContext, 'scope' | 'workspace'>,
  subjects: readonly Subject[],
  options: FoldingOptions,
  newId: () => string,
): Promise<readonly (OrderPlan & Lacking)[]> {
  const told = new Map<string, Kept[]>();
  for (const { order, told: own } of subjects)
    if (order) told.set(order.id, [...(told.get(order.id) ?? []), ...own]);
  const stored = await readOrders(ctx.scope, [...told.keys()]);
  return await planned(
    ctx,
    [...told].flatMap(([id, own]) => {
      const before = stored.get(id);
      if (!before) return [];
      return [
        {
          before: before.told.map(({ statement }) => statement),
          told: own,
          make: (means) => planStored(before, own, means),
        },
      ];
    }),
    options,
    newId,
  );
}
