import type { Scope } from '../core/runtime/database.ts';
import type { AskedAbout, Asking, Branch, Sql, Thing, Told } from '../core/tokens/asking.ts';
import { together } from './batch.ts';
import { Prisma } from './generated/client.ts';
import { reads } from './scope.ts';
import { troubleOf } from './trouble/trouble.ts';

/** The thing of a row, and the branches that the row's reader may see, as text. */
interface ThingOfReader extends Thing {
  readonly may: Prisma.Sql;
}

/**
 * A column of a statement that reads things: which branches have something to say about the row's thing, as text. NULL
 * without branches. Those that the reader may not see are not run.
 */
export function touchedColumn(branches: readonly Branch[], { may, ...thing }: ThingOfReader): Prisma.Sql {
  if (branches.length === 0) return Prisma.sql`NULL::text`;
  const marks = branches.map(
    ({ has }, i) =>
      Prisma.sql`CASE WHEN ${isMarked(may, i)} THEN CASE WHEN ${made(has(thing))} THEN '1' ELSE '0' END ELSE '0' END`,
  );
  return Prisma.join(marks, ' || ');
}

/** How many statements go without the branches after these have failed. */
const goWithout = 100;
const broken = new WeakMap<readonly Branch[], number>();

/**
 * Runs a statement with the branches of all features, and without them where they fail it: then each feature is asked
 * for itself, and the broken one is named. Trouble of the database is thrown. Not for a transaction, which ends with its
 * first failed statement.
 */
export async function withBranches<T>(
  asking: Asking | null | undefined,
  read: (branches: readonly Branch[]) => Promise<T>,
): Promise<T> {
  const branches = asking?.branches ?? [];
  const left = broken.get(branches) ?? 0;
  if (left > 0) broken.set(branches, left - 1);
  if (branches.length === 0 || left > 0) return await read([]);
  try {
    return await read(branches);
  } catch (error) {
    const trouble = troubleOf(error);
    // A branch may be what takes too long.
    if (trouble !== null && trouble !== 'busy') throw error;
    const without = await read([]);
    broken.set(branches, goWithout);
    return without;
  }
}

// Separators that no id contains: control characters are removed from whatever is typed or imported.
const between = '\u001F';
const within = '\u001E';

type Telling = (scope: Scope, about: AskedAbout) => Promise<Told>;
const tellings = new WeakMap<readonly Branch[], Telling>();

/** What the branches tell about a thing. Readers with different rights share a statement. */
export async function readTold(scope: Scope, branches: readonly Branch[], about: AskedAbout): Promise<Told> {
  const telling = tellings.get(branches) ?? together(tellingOf(branches));
  tellings.set(branches, telling);
  return await telling(scope, about);
}

const tellingOf =
  (branches: readonly Branch[]) =>
  async (scope: Scope, asked: readonly AskedAbout[]): Promise<readonly Told[]> => {
    const keyOf = ({ may, what, ref }: AskedAbout) => [may, what, ref].join(within);
    const told = branches.map(
      ({ tells }, i) =>
        Prisma.sql`CASE WHEN ${isMarked(keyed.may, i)} THEN ${made(tells(scope.workspaceId, keyed))} END`,
    );
    // One parameter for all keeps the query plan: see the look-up of stock.
    const rows = await reads(scope).$queryRaw<{ key: string; told: Told }[]>`
      /* prepared: branches.tell */
      SELECT k.key, json_build_array(${Prisma.join(told)}) AS told FROM (
        SELECT ${scope.workspaceId}::uuid AS workspace_id, one AS key, split_part(one, ${within}::text, 1) AS may, split_part(one, ${within}::text, 2) AS what,
          split_part(one, ${within}::text, 3) AS ref
        FROM string_to_table(${[...new Set(asked.map(keyOf))].join(between)}::text, ${between}::text) AS one
      ) k`;
    const byKey = new Map(rows.map((row) => [row.key, row.told]));
    return asked.map((one) => byKey.get(keyOf(one)) ?? []);
  };

const keyed = {
  workspace: Prisma.sql`k.workspace_id`,
  what: Prisma.sql`k.what`,
  ref: Prisma.sql`k.ref`,
  may: Prisma.sql`k.may`,
};

// Written out: each value of a statement costs every look-up more than its comparison does.
const places = [
  Prisma.sql`1`,
  Prisma.sql`2`,
  Prisma.sql`3`,
  Prisma.sql`4`,
  Prisma.sql`5`,
  Prisma.sql`6`,
  Prisma.sql`7`,
  Prisma.sql`8`,
];

/** Whether the i-th branch is meant. */
function isMarked(marks: Prisma.Sql, i: number): Prisma.Sql {
  return Prisma.sql`substr(${marks}, ${places[i] ?? Prisma.sql`${i + 1}::int`}, 1) = '1'`;
}

/** The one place where SQL that the core handed on is SQL again: nothing but `Prisma.sql` makes it. */
function made(sql: Sql): Prisma.Sql {
  return sql as Prisma.Sql;
}
