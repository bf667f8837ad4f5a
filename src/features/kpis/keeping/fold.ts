import { z } from 'zod';
import { type FactTable, factTables, kpis } from '../../../core/declare/kpi.ts';
import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import { foldFactsPermission } from '../permissions.ts';
import { begun, isOutdated, summedOn, walkedOn } from './building.ts';
import { addedBy, addToDays } from './day-store.ts';
import { dropFault, faultsIn, hurryNoted } from './fault-store.ts';
import {
  dropAllNotes,
  dropNotes,
  generationsOf,
  keepGeneration,
  type Note,
  notedOf,
  takeFamily,
} from './generation-store.ts';
import type { Counted, CountedTable, Fault, Generation } from './model.ts';
import { daysOf, differenceOf, keptDays, versionOf } from './rules.ts';
import { dayAfter, type Summed, sumDays } from './sum-store.ts';
import { clearDays, sweepDays, sweepFacts } from './sweep-store.ts';

/** Rows that a step deletes of facts, and of days, of an earlier generation, for each subject that it may take. */
const sweptEach = 2;
/** What takes as long as the facts of one subject: facts that are summed, and rows of days that are written for them. */
const inOne = { facts: 50, rows: 30 } as const;
/** What could not be made and is noted again is tried after this. */
const soonMs = 60_000;

/** A family with those who make its facts. */
interface Made extends Counted {
  readonly tables: readonly (CountedTable & { readonly table: FactTable })[];
}

export function countedOf({ engine, workspace }: Pick<Context, 'engine' | 'workspace'>): readonly Made[] {
  const declared = engine.contributions.of(kpis);
  const tables = engine.contributions.of(factTables).map((table) => ({
    table,
    kpis: declared.filter(({ facts }) => facts.table === table.table),
  }));
  return factFamilies(engine).map((family) => {
    const own = tables.filter(({ table }) => table.family.id === family);
    return { family, tables: own, days: daysOf(own), version: versionOf(own, workspace.timeZone) };
  });
}

/** The families whose facts are kept. */
export function factFamilies(engine: Context['engine']): readonly string[] {
  return [...new Set(engine.contributions.of(factTables).map(({ family }) => family.id))];
}

/**
 * One step for the facts of a family: makes those of subjects that changed anew, and goes on building a generation. What it
 * makes depends on what is stored alone, so it does not matter in which order, how often and how late subjects are noted.
 * Answers how much there was to do; 0: nothing, or another process does it. Run by the system.
 */
export const foldFacts = mutation({
  name: 'kpis.fold',
  permission: foldFactsPermission,
  timeout: 60_000,
  input: z.object({ family: z.string(), most: z.int().min(1) }),
  async run(ctx, { family, most }) {
    const counted = countedOf(ctx).find((one) => one.family === family);
    const done = counted && (await takeFamily(ctx.tx, family)) ? await step(ctx, counted, most) : 0;
    return { result: done, changes: [] };
  },
});

/** What a step makes. */
export interface Taken {
  readonly stored: Generation | undefined;
  readonly at: Generation;
  /** The generations that facts are made for; none: another release builds what it will read, and what is noted waits for that. */
  readonly into: readonly number[];
  /** One that failed before is tried by itself. */
  readonly again: Fault | null;
  readonly notes: readonly Note[];
  /** Subjects of the generation that is being built; null: it has come past the last, or nothing is built. */
  readonly walked: readonly string[] | null;
  readonly made: readonly string[];
}

/** What a step takes: the same until it has ended, so that who looks for what fails finds it there. */
export async function takenBy(ctx: MutationContext, counted: Made, most: number): Promise<Taken> {
  const { tx, now } = ctx;
  const { family, tables, version } = counted;
  const stored = (await generationsOf(tx)).find((one) => one.family === family);
  const at = stored && !isOutdated(stored, version, now) ? stored : begun(stored, counted, now);
  const isCurrent = at.generation > 0 && at.version === version;
  const isBuilding = at.building !== null && at.buildingVersion === version;
  // What another release builds needs every note: whoever reads the one before it leaves them to that release.
  const isOthers = at.building !== null && !isBuilding;
  const into = isOthers
    ? []
    : [...(isCurrent ? [at.generation] : []), ...(isBuilding ? [at.building ?? 0] : [])];
  const none = { stored, at, into, again: null, notes: [], walked: null, made: [] };
  if (into.length === 0) return none;
  const faults = (await faultsIn(tx)).filter((one) => one.family === family);
  const again = faults.find(({ retryAt }) => retryAt <= now);
  if (again) return { ...none, again, made: [again.subject] };
  if (faults.length > 0) await hurryNoted(tx, family, new Date(now.getTime() + soonMs));
  const isWalking = isBuilding && at.summing === null;
  // Where nothing is read yet, the walk that begins comes to all that is noted: a year's orders would be made twice.
  if (isWalking && at.walkedTo === null && !isCurrent) await dropAllNotes(tx, family);
  const notes = await notedOf(tx, family, most);
  const left = most - notes.length;
  const walked = isWalking && left > 0 ? await tables[0]?.table.subjects(tx, at.walkedTo, left) : undefined;
  const failing = new Set(faults.map(({ subject }) => subject));
  const all = new Set([...notes.map(({ subject }) => subject), ...(walked ?? [])]);
  return { ...none, notes, walked: walked ?? null, made: [...all].filter((one) => !failing.has(one)) };
}

async function step(ctx: MutationContext, counted: Made, most: number): Promise<number> {
  const { tx, now } = ctx;
  const { family } = counted;
  const taken = await takenBy(ctx, counted, most);
  const { stored, at, into, again, notes, walked } = taken;
  if (into.length === 0) return 0;
  const noted = again ? [again.subject] : notes.map(({ subject }) => subject);
  for (const generation of into)
    await makeAnew(ctx, counted, at, generation, generation === at.building ? taken.made : noted);
  if (again) {
    await dropFault(tx, family, again.subject);
    return 1;
  }
  const isBuilding = at.building !== null && into.includes(at.building);
  let next = walked ? walkedOn(at, walked, counted, now) : at;
  let done = notes.length + (walked?.length ?? 0) + (isBuilding ? 1 : 0);
  if (next.summing !== null && next.building !== null && at.summing === null)
    await clearDays(
      tx,
      counted.tables.flatMap(({ kpis }) => kpis),
      next.building,
    );
  let left = most - notes.length;
  while (isBuilding && at.summing && next.summing && left > 0) {
    // Few at first: nobody knows how many rows there will be, and others wait.
    const summed = await sumSome(ctx, counted, next, Math.ceil(left / 2));
    const cost = 1 + summed.facts / inOne.facts + summed.rows / inOne.rows;
    left -= cost;
    done += Math.ceil(cost);
    next = summed.next;
  }
  // A step that switches has set what is swept next.
  if (at.sweeping && next.building === at.building) {
    next = await sweptOn(ctx, next, counted, most * sweptEach);
    if (next.sweeping) done += 1;
  }
  if (next !== stored) await keepGeneration(tx, next);
  if (notes.length > 0) await dropNotes(tx, family, notes);
  return done;
}

/**
 * Sums the days of some facts that are complete; of a day all or none. A million facts on one day take PostgreSQL 4 to 8 seconds,
 * of the 60 that a step has.
 */
async function sumSome(
  { tx, now }: MutationContext,
  counted: Counted,
  at: Generation,
  most: number,
): Promise<Summed & { readonly next: Generation }> {
  const of = counted.days.find(({ key }) => key === at.summing);
  if (!of || at.building === null) throw new Error(`Nobody knows the days ${at.summing} any more.`);
  const from = at.summedTo?.toISOString().slice(0, 10) ?? null;
  const last = await dayAfter(tx, of, { generation: at.building, from }, most);
  const to = last === null ? null : addDays(last, 1);
  const summed = await sumDays(tx, of, { generation: at.building, from, to });
  return { ...summed, next: summedOn(at, to, counted, now) };
}

/**
 * Begins to make the facts of families that nobody has made, or that another version made: a step that finds something noted
 * does so too, but of what was stored before this release nothing may ever be noted.
 */
export async function beginMissing(ctx: MutationContext): Promise<void> {
  const held: Made[] = [];
  for (const one of countedOf(ctx)) if (await takeFamily(ctx.tx, one.family)) held.push(one);
  const stored = new Map((await generationsOf(ctx.tx)).map((one) => [one.family, one]));
  for (const counted of held) {
    const one = stored.get(counted.family);
    if (!one || isOutdated(one, counted.version, ctx.now))
      await keepGeneration(ctx.tx, begun(one, counted, ctx.now));
  }
}

async function makeAnew(
  { tx, workspace }: MutationContext,
  counted: Made,
  at: Generation,
  generation: number,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return;
  const kept = keptDays(counted, at, generation);
  for (const { table } of counted.tables) {
    const own = kept.filter(({ of }) => of.table === table);
    const before = await addedBy(tx, own, { generation, subjects });
    await table.make(tx, { generation, subjects, timeZone: workspace.timeZone });
    const after = await addedBy(tx, own, { generation, subjects });
    await addToDays(tx, generation, differenceOf(before, after));
  }
}

/** After some rows of generations that are neither read nor built are deleted. */
async function sweptOn(
  { tx }: MutationContext,
  at: Generation,
  { tables }: Made,
  most: number,
): Promise<Generation> {
  const read = at.generation;
  const sweptTo = await sweepFacts(tx, tables, { read, after: at.sweptTo, most });
  if (sweptTo !== null) return { ...at, sweptTo };
  const kpis = tables.flatMap((one) => one.kpis);
  const days = await sweepDays(tx, kpis, { read, most: most * 2 });
  return days > 0 ? at : { ...at, sweeping: false, sweptTo: null };
}
