import type { Scope } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, readsByBitmap } from '../../../db/scope.ts';
import { demandDays } from '../card/demand-rules.ts';
import type { Hit } from '../card/rules.ts';
import type { Meant } from './rules.ts';

export interface TitleHit extends Hit {
  /** The sum over the typed words: 1 for each that the title has as a whole, less for a part or a similar word. */
  readonly likeness: number;
}

/** Which titles are meant: those with every typed word, or with any. */
export type Together = 'all' | 'any';

/** How many titles are compared. */
const most = 1_000;
const shortest = 5_000;

/** Hits among all titles, best first. `isPart`: so many have the words that not all were compared. */
export async function findInTitles(
  scope: Scope,
  meant: readonly Meant[],
  together: Together,
  limit: number,
): Promise<{ readonly hits: readonly TitleHit[]; readonly isPart: boolean }> {
  // The expression is that of sku_title_words_idx.
  const has = (words: readonly string[]) => Prisma.sql`sku_title_words(s.workspace_id, s.title) &&
    ARRAY(SELECT sku_word_key(${scope.workspaceId}::uuid, word) FROM UNNEST(${words}::text[]) AS word)`;
  const rows = await readsByBitmap<TitleHit & { readonly compared: bigint }>(
    scope,
    Prisma.sql`
      SELECT s.id, s.code, s.title, ${likeness(meant)} AS likeness, count(*) OVER () AS compared FROM (
        SELECT s.* FROM sku s
        WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${every(meant, together, has)} LIMIT ${most}
      ) s
      ORDER BY ${bestFirst} LIMIT ${limit}`,
  );
  return {
    hits: rows.map(({ compared: _, ...hit }) => hit),
    isPart: Number(rows[0]?.compared ?? 0) === most,
  };
}

/** Hits among the shortest titles, best first: where very many titles have a word, the shortest fit best. */
export async function findInShortTitles(
  scope: Scope,
  meant: readonly Meant[],
  together: Together,
  limit: number,
): Promise<readonly TitleHit[]> {
  const has = (words: readonly string[]) =>
    Prisma.sql`s.title ILIKE ANY(${words.map((word) => `%${word}%`)}::text[])`;
  // The order is that of sku_short_title_idx.
  return await reads(scope).$queryRaw<TitleHit[]>`
    SELECT s.id, s.code, s.title, ${likeness(meant)} AS likeness FROM (
      SELECT s.* FROM sku s WHERE s.workspace_id = ${scope.workspaceId}::uuid
      ORDER BY length(s.title), s.code_key LIMIT ${shortest}
    ) s
    WHERE ${every(meant, together, has)} ORDER BY ${bestFirst} LIMIT ${limit}`;
}

/** Pieces ordered of each in the days whose demand counts today; those that nobody ordered are left out. */
export async function soldOf(
  scope: Scope,
  skus: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await reads(scope).$queryRaw<{ sku: string; pieces: bigint }[]>`
    SELECT d.sku_id AS sku, sum(d.ordered - d.cancelled)::bigint AS pieces FROM sku_day d
    WHERE d.workspace_id = ${scope.workspaceId}::uuid AND d.sku_id = ANY(${skus}::uuid[])
      AND d.day >= ${today}::date - ${demandDays}::int AND d.day < ${today}::date
    GROUP BY 1`;
  return new Map(rows.map(({ sku, pieces }) => [sku, pieces]));
}

const bestFirst = Prisma.sql`likeness DESC, length(s.title), s.code_key`;

function every(
  meant: readonly Meant[],
  together: Together,
  has: (words: readonly string[]) => Prisma.Sql,
): Prisma.Sql {
  if (together === 'any') return has(meant.flatMap(({ words }) => words));
  return Prisma.join(
    meant.map(({ words }) => has(words)),
    ' AND ',
  );
}

function likeness(meant: readonly Meant[]): Prisma.Sql {
  const each = meant.map(({ typed }) => Prisma.sql`word_similarity(${typed}, s.title)`);
  return Prisma.sql`(${Prisma.join(each, ' + ')})::float8`;
}
