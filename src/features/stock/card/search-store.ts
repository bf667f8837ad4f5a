import type { Scope } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { Hit } from './rules.ts';

export async function findByPrefix(scope: Scope, prefix: string, limit: number): Promise<readonly Hit[]> {
  const pattern = `${prefix.replace(/[\\%_]/g, '\\$&')}%`;
  return await reads(scope).$queryRaw<Hit[]>`
    SELECT s.id, s.code, s.title FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.code_key LIKE ${pattern}
    ORDER BY s.code_key LIMIT ${limit}`;
}

/** SKUs whose code has the same letters and digits: "mug01" and "MUG 01" for MUG-01. */
export async function findByBareCode(scope: Scope, text: string, limit: number): Promise<readonly Hit[]> {
  const bare = codeKey(text).replace(/[-_ ./]/g, '');
  // The expression is that of sku_bare_code_idx.
  return await reads(scope).$queryRaw<Hit[]>`
    SELECT s.id, s.code, s.title FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND translate(s.code_key, '-_ ./', '') = ${bare}
    ORDER BY s.code_key LIMIT ${limit}`;
}

/**
 * Titles that contain every word, exactly or nearly; best first. `likeness` sums the words; an exact match counts 1.
 */
export async function findByTitle(
  scope: Scope,
  words: readonly string[],
  limit: number,
): Promise<readonly (Hit & { readonly likeness: number })[]> {
  const every = Prisma.join(
    words.map((word) => Prisma.sql`${word} <% s.title`),
    ' AND ',
  );
  const likeness = Prisma.join(
    words.map((word) => Prisma.sql`word_similarity(${word}, s.title)`),
    ' + ',
  );
  return await reads(scope).$queryRaw<(Hit & { likeness: number })[]>`
    SELECT s.id, s.code, s.title, ${likeness} AS likeness FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${every}
    ORDER BY likeness DESC, length(s.title), s.code_key LIMIT ${limit}`;
}

/**
 * Similar codes and titles, for "did you mean": those first that fit best, by their code or by all words. Codes are
 * compared without zeros and hyphens as well, among those that begin alike: nobody counts the zeros of MUG-01.
 */
export async function findNearest(
  scope: Scope,
  text: string,
  words: readonly string[],
  limit: number,
): Promise<readonly Hit[]> {
  const key = codeKey(text);
  const likeness = Prisma.join(
    words.map((word) => Prisma.sql`word_similarity(${word}, s.title)`),
    ' + ',
  );
  return await reads(scope).$queryRaw<Hit[]>`
    SELECT s.id, s.code, s.title FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid
      AND (s.code_key % ${key} OR ${text} <% s.title
        OR (s.code_key LIKE ${beginningOf(key)} AND similarity(${looseCode}, ${loose(key)}) >= 0.5))
    ORDER BY greatest(
        similarity(s.code_key, ${key}),
        similarity(${looseCode}, ${loose(key)}),
        (${likeness}) / ${words.length}::int
      ) DESC, length(s.title), s.code_key
    LIMIT ${limit}`;
}

/** SKUs whose code is the same but for zeros and hyphens: MUG-01 for "mug-1". */
export async function findByLooseCode(scope: Scope, text: string, limit: number): Promise<readonly Hit[]> {
  return await reads(scope).$queryRaw<Hit[]>`
    SELECT s.id, s.code, s.title FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${looseCode} = ${loose(codeKey(text))}
    ORDER BY s.code_key LIMIT ${limit}`;
}

// The expression is that of sku_loose_code_idx.
const looseCode = Prisma.sql`translate(s.code_key, '-_ ./0', '')`;

function loose(key: string): string {
  return key.replace(/[-_ ./0]/g, '');
}

/** What the index finds all codes by that may be meant: only the beginning of a code is typed right nearly always. */
function beginningOf(key: string): string {
  return `${key.slice(0, 2).replace(/[\\%_]/g, '\\$&')}%`;
}
