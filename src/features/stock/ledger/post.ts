import type { MutationContext } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { skuFacts } from '../facts-model.ts';
import type { Entry, Statement, Told } from './model.ts';
import { entriesOf, momentKey, tell, withAbsorbed } from './rules.ts';
import { shelvesKnown } from './shelves-known.ts';
import { type Touched, touchedBy, touchedByTold } from './span-rules.ts';
import { keepKnown, keepStockouts } from './span-store.ts';
import { remember } from './statement-store.ts';
import { countedBy, hold, lastStatement, standingOf, write } from './store.ts';

/** What the ledger takes from a request. */
export type Posting = Omit<MutationContext, 'scope'>;

/**
 * Writes what happened. Together with `state` the only writer of the ledger and the levels; a level is always the sum of
 * its legs, and the spans without stock follow from them. Entries may come late, in any order: what a statement has
 * already counted moves the past alone.
 *
 * `makesKnown`: whether the stock of a place is known from these entries on, should it not be: of what an order took
 * nobody can tell how much there is.
 */
export async function post(
  ctx: Posting,
  entries: readonly Entry[],
  { makesKnown = true }: { readonly makesKnown?: boolean } = {},
): Promise<void> {
  const { tx, now } = ctx;
  await hold(
    tx,
    entries.flatMap(({ legs }) => legs),
    now,
  );
  // Only now, under the locks, does nobody state anything any more.
  const dated: Entry[] = [];
  for (const entry of entries) dated.push(entry.onPresent ? await afterStatements(ctx, entry) : entry);
  const late = await countedBy(
    tx,
    dated.flatMap(({ legs, occurredAt }) => legs.map((leg) => ({ ...leg, at: occurredAt }))),
  );
  const all = dated.flatMap((entry) =>
    withAbsorbed(entry, (leg) => late.get(momentKey(leg, entry.occurredAt)) ?? null),
  );
  await book(ctx, all);
  const touched = touchedBy(all);
  if (makesKnown) await tellKnown(ctx, touched);
  await keepStockouts(tx, touched);
}

async function afterStatements({ tx }: Posting, entry: Entry): Promise<Entry> {
  const last = await lastStatement(tx, entry.legs);
  if (!last || last < entry.occurredAt) return entry;
  return { ...entry, occurredAt: new Date(last.getTime() + 1) };
}

/** Who states levels: the source, and how the ledger names the difference. */
export type Origin = Pick<Entry, 'cause' | 'reference'> & { readonly source: string };

/**
 * Anchors levels: from a statement's moment on a level is what it said, and what happened after it. A late one moves the
 * past until the next. Who states what is available also calls `agreeWith`: it may be what somebody entered outside.
 */
export async function state(
  ctx: Posting,
  statements: readonly Statement[],
  origin: Origin,
): Promise<readonly Told[]> {
  await hold(ctx.tx, statements, ctx.now);
  const told = tell(statements, await standingOf(ctx.tx, statements));
  await record(ctx, told, origin);
  return told;
}

/** Writes what `tell` found out about shelves that are held since before their standing was read. */
export async function record(ctx: Posting, told: readonly Told[], origin: Origin): Promise<void> {
  const { tx, actor, now } = ctx;
  await book(ctx, entriesOf(told, { ...origin, by: { kind: actor.kind, id: actor.id } }));
  const { known, moved } = touchedByTold(told);
  await tellKnown(ctx, known);
  await keepStockouts(tx, moved);
  // Spans may be others where no movement is: what is first known to be out.
  noteSkus(ctx, moved);
  await remember(tx, told, origin.source, now);
}

async function tellKnown(ctx: Posting, touched: readonly Touched[]): Promise<void> {
  const places = await keepKnown(ctx.tx, touched);
  noteSkus(ctx, places);
  if (places.length > 0)
    await shelvesKnown.call(asSystem({ ...ctx, scope: ctx.tx }, 'stock'), { places: [...places] });
}

async function book({ tx, ids, now, pending }: Posting, entries: readonly Entry[]): Promise<void> {
  const identified = entries.map((entry) => ({ ...entry, id: ids.uuid(now) }));
  await write(tx, identified, now);
  noteSkus(
    { pending },
    entries.flatMap(({ legs }) => legs),
  );
}

/** That the facts of these SKUs may be others. */
function noteSkus({ pending }: Pick<Posting, 'pending'>, of: readonly { readonly skuId: string }[]): void {
  for (const fact of skuFacts.changed([...new Set(of.map(({ skuId }) => skuId))])) pending.facts.push(fact);
}
