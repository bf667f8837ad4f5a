import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Tx } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import type { ShipmentStatement } from '../telling/model.ts';
import { enterNumbers, joinNumbers, leadsOf, numbersNamed, openNumbers } from './number-store.ts';

/** A series of which something is told, held until the transaction ends. */
export interface Held {
  readonly id: string;
  /** Series that turn out to be the same. */
  readonly joined: readonly string[];
  readonly told: readonly ShipmentStatement[];
  /** Its numbers that nobody named before, by their keys. */
  readonly added: readonly string[];
}

/**
 * Finds the series that statements are about, and holds each by one of its numbers, in one order for everybody: nobody
 * looks first and writes later, or two would tell of one parcel at once.
 */
export async function held(
  { tx, ids, now }: Pick<MutationContext, 'tx' | 'ids' | 'now'>,
  statements: readonly ShipmentStatement[],
): Promise<readonly Held[]> {
  const keys = [...new Set(statements.flatMap(keysOf))];
  await enterNumbers(
    tx,
    statements.some(({ formerly }) => formerly.length > 0),
  );
  const known = await numbersNamed(tx, keys);
  const series = new Map(known.map(({ key, seriesId }) => [key, seriesId]));
  const fresh = keys.flatMap((key) => (series.has(key) ? [] : [{ key, seriesId: ids.uuid(now) }]));
  const leads = new Map(known.map(({ lead, seriesId }) => [lead, { key: lead, seriesId }]));
  const added = await openNumbers(tx, [...fresh, ...leads.values()]);
  // The others somebody else has added meanwhile.
  const late = fresh.flatMap(({ key }) => (added.has(key) ? [] : [key]));
  for (const { key, seriesId } of [...fresh, ...(late.length > 0 ? await numbersNamed(tx, late) : [])])
    series.set(key, seriesId);

  const all = grouped(statements, series).map((one) => ({
    ...one,
    added: [...new Set(one.told.flatMap(keysOf))].filter((key) => added.has(key)),
  }));
  for (const { id, joined } of all) if (joined.length > 0) await joinNumbers(tx, joined, id);
  return all;
}

/** Holds series of which nothing is told; those that have joined another are left out. */
export async function heldAgain(tx: Tx, seriesIds: readonly string[]): Promise<readonly Held[]> {
  await enterNumbers(tx, false);
  const leads = await leadsOf(tx, seriesIds);
  await openNumbers(tx, leads);
  return leads.map(({ seriesId: id }) => ({ id, joined: [], told: [], added: [] }));
}

function keysOf({ tracking, formerly }: ShipmentStatement): readonly string[] {
  return [...new Set([tracking, ...formerly].map(codeKey))];
}

/** Series whose numbers one statement names are the same: of them the oldest stays. */
function grouped(
  statements: readonly ShipmentStatement[],
  series: ReadonlyMap<string, string>,
): readonly Omit<Held, 'added'>[] {
  const into = new Map<string, string>();
  const rootOf = (id: string): string => {
    const next = into.get(id);
    return next === undefined ? id : rootOf(next);
  };
  const rootOfKey = (key: string) => rootOf(series.get(key) ?? '');
  for (const statement of statements) {
    const [first = '', ...others] = [...new Set(keysOf(statement).map(rootOfKey))].sort();
    for (const other of others) into.set(other, first);
  }
  const told = new Map<string, ShipmentStatement[]>();
  for (const statement of statements) {
    const id = rootOfKey(codeKey(statement.tracking));
    told.set(id, [...(told.get(id) ?? []), statement]);
  }
  return [...told].map(([id, own]) => ({
    id,
    joined: [...into.keys()].filter((other) => rootOf(other) === id),
    told: own,
  }));
}
