import { isDeepStrictEqual } from 'node:util';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { carrierNames } from '../../carriers/index.ts';
import type { ShipmentStatement } from '../telling/model.ts';
import { namedIn } from '../telling/naming.ts';
import { codesKnown, countCodes } from './code-store.ts';
import { type Held, held, heldAgain } from './hold.ts';
import { parcelOrders } from './orders.ts';
import { planSeries, type SeriesPlan } from './plan.ts';
import { readSeries } from './read.ts';
import { beginNaming, dropSaid, keepEvents, keepWords } from './said-store.ts';
import { addShipments, dropShipments, updateShipments } from './shipment-store.ts';
import { unknownCodes } from './unknown-codes.ts';

/** What statements made of their shipments. */
export interface Told {
  readonly plans: readonly SeriesPlan[];
  /** The shipments that differ from what was stored, or are new. */
  readonly changed: SeriesPlan['shipments'];
  /** Numbers that nobody named before, by their keys. */
  readonly added: readonly string[];
  /** Series with shipments that are others now, or gone. */
  readonly moved: readonly string[];
}

type Folding = Pick<MutationContext, 'tx' | 'now' | 'ids' | 'workspace'>;

/**
 * The only way in which shipments are written: adds what is said to what was said before, folds both, and writes what
 * differs. Any number of statements in a fixed number of SQL statements; in any order, as often as one likes, by any
 * number of processes at once, the rows are the same in the end. Call it once in a transaction, after orders are held: it
 * holds its numbers in one order for everybody, until the end.
 */
export async function tell(ctx: Folding, statements: readonly ShipmentStatement[]): Promise<Told> {
  if (statements.length === 0) return { plans: [], changed: [], added: [], moved: [] };
  if (namedIn(statements).length > 0) await beginNaming(ctx.tx);
  return await written(ctx, await held(ctx, statements));
}

/** Folds these series again, of which nothing more was said: what a code means may be another. */
export async function refold(ctx: Folding, seriesIds: readonly string[]): Promise<Told> {
  return await written(ctx, await heldAgain(ctx.tx, seriesIds));
}

async function written(ctx: Folding, all: readonly Held[]): Promise<Told> {
  const { tx, now, ids, workspace } = ctx;
  const stored = await readSeries(
    tx,
    all.flatMap(({ id, joined }) => [id, ...joined]),
  );
  const means = {
    businessZone: workspace.timeZone,
    carriers: await carrierNames(tx),
    // Read once the series are held: whoever maps a code later folds them again.
    codes: await codesKnown(tx),
    ordersOf: await parcelOrders(
      tx,
      all.flatMap(({ id, joined, told }) => [...stored([id, ...joined]).words, ...told]),
    ),
    newId: () => ids.uuid(now),
  };
  const plans = all.map(({ id, joined, told }) => planSeries(id, stored([id, ...joined]), told, means));

  const joined = all.flatMap((one) => one.joined);
  if (joined.length > 0) await dropSaid(tx, joined);
  await keepEvents(
    tx,
    plans.flatMap(({ events }) => events),
  );
  await keepWords(
    tx,
    plans.flatMap(({ words }) => words),
  );
  await dropShipments(
    tx,
    plans.flatMap(({ gone }) => gone),
  );
  const changed = plans.flatMap(({ shipments }) =>
    shipments.filter(({ before, after }) => !isDeepStrictEqual({ ...before }, after)),
  );
  const rows = (isNew: boolean) =>
    changed.flatMap(({ before, after }) => ((before === null) === isNew ? [after] : []));
  await addShipments(tx, rows(true), now);
  await updateShipments(tx, rows(false), now);
  await countCodes(tx, unknownCodes(plans));
  const ofGone = plans.flatMap(({ gone, shipments }) => (gone.length > 0 ? shipments : []));
  const moved = [...changed, ...ofGone].flatMap(({ before, after }) =>
    [before?.seriesId ?? [], after.seriesId].flat(),
  );
  return {
    plans,
    changed,
    added: all.flatMap(({ added }) => added),
    moved: [...new Set([...joined, ...moved])],
  };
}
