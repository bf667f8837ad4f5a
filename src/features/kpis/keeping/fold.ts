import { z } from 'zod';
import { type FactTable, factTables, kpis } from '../../../core/declare/kpi.ts';
import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { foldFactsPermission } from '../permissions.ts';
import { addedBy, addToDays, sweepSome } from './day-store.ts';
import { dropNotes, generationsOf, keepGeneration, notedOf, takeFamily } from './generation-store.ts';
import type { Generation } from './model.ts';
import { differenceOf, versionOf } from './rules.ts';

/** Rows of an earlier generation that a step deletes, for each subject that it takes. */
const sweptEach = 5;

/** The facts of a family, what is counted from them, and the version of all of it. */
export interface Counted {
  readonly family: string;
  /** In the order in which they are made; never empty. */
  readonly tables: readonly CountedTable[];
  readonly version: string;
}

interface CountedTable {
  readonly table: FactTable;
  readonly kpis: readonly Kpi[];
}

export function countedOf({ engine, workspace }: Pick<Context, 'engine' | 'workspace'>): readonly Counted[] {
  const declared = engine.contributions.of(kpis);
  const tables = engine.contributions.of(factTables).map((table) => ({
    table,
    kpis: declared.filter(({ facts }) => facts.table === table.table),
  }));
  return factFamilies(engine).map((family) => {
    const own = tables.filter(({ table }) => table.family.id === family);
    return { family, tables: own, version: versionOf(own, workspace.timeZone) };
  });
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

async function step(ctx: MutationContext, counted: Counted, most: number): Promise<number> {
  const { tx } = ctx;
  const { family, tables, version } = counted;
  const stored = (await generationsOf(tx)).find((one) => one.family === family);
  const at =
    stored && !isOutdated(stored, version, ctx.now) ? stored : building(stored, { family, version }, ctx.now);
  const isCurrent = at.generation > 0 && at.version === version;
  const isBuilding = at.building !== null && at.buildingVersion === version;
  const into = [...(isCurrent ? [at.generation] : []), ...(isBuilding ? [at.building ?? 0] : [])];
  // Another release builds what it will read; what is noted waits for that.
  if (into.length === 0) return 0;
  const notes = await notedOf(tx, family, most);
  const noted = notes.map(({ subject }) => subject);
  for (const generation of into) await makeAnew(ctx, counted, generation, noted);
  const walked = isBuilding ? ((await tables[0]?.table.subjects(tx, at.walkedTo, most)) ?? []) : [];
  if (at.building !== null && isBuilding) await makeAnew(ctx, counted, at.building, walked);
  const swept = at.sweeping ? await sweep(tx, at, counted, most * sweptEach) : 0;
  const rested = at.sweeping && swept === 0 ? { ...at, sweeping: false } : at;
  const next = walkedOn(rested, isBuilding ? walked : null, ctx.now);
  if (next !== stored) await keepGeneration(tx, next);
  if (notes.length > 0) await dropNotes(tx, family, notes);
  return notes.length + walked.length + swept + (isBuilding ? 1 : 0);
}

/**
 * Begins to make the facts of families that nobody has made, or that another version made: a step that finds something noted
 * does so too, but of what was stored before this release nothing may ever be noted.
 */
export async function beginMissing(ctx: MutationContext): Promise<void> {
  const held: Counted[] = [];
  for (const one of countedOf(ctx)) if (await takeFamily(ctx.tx, one.family)) held.push(one);
  const stored = new Map((await generationsOf(ctx.tx)).map((one) => [one.family, one]));
  for (const { family, version } of held) {
    const one = stored.get(family);
    if (!one || isOutdated(one, version, ctx.now))
      await keepGeneration(ctx.tx, building(one, { family, version }, ctx.now));
  }
}

/** Releases stand beside one another for less than this. */
const rollOutMs = 3_600_000;

/**
 * Whether what is read was made by another version, and nobody builds the next. What was built lately may be that of a newer
 * release, which an older one beside it must not undo.
 */
function isOutdated({ version, building, builtAt }: Generation, ours: string, now: Date): boolean {
  if (version === ours || building !== null) return false;
  return builtAt === null || now.getTime() - builtAt.getTime() > rollOutMs;
}

function building(
  stored: Generation | undefined,
  { family, version }: Pick<Generation, 'family' | 'version'>,
  now: Date,
): Generation {
  return {
    family,
    generation: stored?.generation ?? 0,
    version: stored?.version ?? '',
    builtAt: stored?.builtAt ?? null,
    sweeping: stored?.sweeping ?? false,
    building: (stored?.generation ?? 0) + 1,
    buildingVersion: version,
    walkedTo: null,
    walked: 0,
    startedAt: now,
  };
}

/** After a walk over some subjects; without any left, what was built is what is read. */
function walkedOn(at: Generation, walked: readonly string[] | null, now: Date): Generation {
  if (walked === null || at.building === null) return at;
  const last = walked.at(-1);
  if (last !== undefined) return { ...at, walkedTo: last, walked: at.walked + walked.length };
  return {
    ...at,
    generation: at.building,
    version: at.buildingVersion ?? '',
    building: null,
    buildingVersion: null,
    walkedTo: null,
    builtAt: now,
    sweeping: true,
  };
}

async function makeAnew(
  { tx, workspace }: MutationContext,
  { tables }: Counted,
  generation: number,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return;
  for (const { table, kpis } of tables) {
    const before = await addedBy(tx, table, kpis, { generation, subjects });
    await table.make(tx, { generation, subjects, timeZone: workspace.timeZone });
    const after = await addedBy(tx, table, kpis, { generation, subjects });
    await addToDays(tx, generation, differenceOf(before, after));
  }
}

/** Deletes some rows of generations that are neither read nor built; returns how many. */
async function sweep(
  tx: MutationContext['tx'],
  { generation, building }: Generation,
  { tables }: Counted,
  most: number,
): Promise<number> {
  for (const { table, kpis } of tables) {
    const swept = await sweepSome(tx, table, kpis, { keep: [generation, building ?? 0], most });
    if (swept > 0) return swept;
  }
  return 0;
}

/** The families whose facts are kept. */
export function factFamilies(engine: Context['engine']): readonly string[] {
  return [...new Set(engine.contributions.of(factTables).map(({ family }) => family.id))];
}
