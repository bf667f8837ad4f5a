import type { Scope } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, readsByBitmap } from '../../../db/scope.ts';
import type { Hit } from '../card/rules.ts';
import { barcodesNear, bareKey, looseKey, looseKeysNear } from './rules.ts';

// The expressions are those of sku_code_order_idx and sku_loose_code_idx.
const ordered = Prisma.sql`s.code_key COLLATE "C"`;
const loosely = Prisma.sql`translate(s.code_key, '-_ ./0', '')`;
/** Comes after every text that begins with the same characters. */
const last = '\u{10FFFF}';
/** More than have the same letters and digits but for zeros, in any catalogue. */
const mostAlike = 200;
const mostAround = 50;

export async function findByPrefix(scope: Scope, prefix: string, limit: number): Promise<readonly Hit[]> {
  return await reads(scope).$queryRaw<Hit[]>`
    /* prepared: stock.prefix */
    SELECT s.id, s.code, s.title FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${ordered} >= ${prefix} AND ${ordered} < ${prefix + last}
    ORDER BY ${ordered} LIMIT ${limit}::int`;
}

/** SKUs whose code has the same letters and digits: "mug01" and "MUG 01" for MUG-01. */
export async function findByBareCode(scope: Scope, text: string, limit: number): Promise<readonly Hit[]> {
  const key = codeKey(text);
  return await reads(scope).$queryRaw<Hit[]>`
    /* prepared: stock.bare */
    SELECT s.id, s.code, s.title FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${loosely} = ${looseKey(key)}
      AND translate(s.code_key, '-_ ./', '') = ${bareKey(key)}
    ORDER BY ${ordered} LIMIT ${limit}::int`;
}

/** SKUs whose code is the same but for zeros and hyphens: MUG-01 for "mug-1". */
export async function findByLooseCode(scope: Scope, text: string, limit: number): Promise<readonly Hit[]> {
  return await reads(scope).$queryRaw<Hit[]>`
    /* prepared: stock.loose */
    SELECT s.id, s.code, s.title FROM sku s
    WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${loosely} = ${looseKey(codeKey(text))}
    ORDER BY ${ordered} LIMIT ${limit}::int`;
}

/** SKUs whose code is one slip away from a key, zeros and hyphens aside; the most similar first. */
export async function findNearCode(scope: Scope, key: string, limit: number): Promise<readonly Hit[]> {
  const near = looseKeysNear(key);
  if (near.length === 0) return [];
  return await readsByBitmap<Hit>(
    scope,
    Prisma.sql`
      SELECT s.id, s.code, s.title FROM (
        SELECT s.* FROM sku s
        WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${loosely} = ANY(${near}::text[]) LIMIT ${mostAlike}
      ) s
      ORDER BY ${loosely} = ${looseKey(key)} DESC, similarity(s.code_key, ${key}) DESC, ${ordered} LIMIT ${limit}`,
  );
}

/** SKUs whose barcode is one slip away. */
export async function findNearBarcode(scope: Scope, key: string, limit: number): Promise<readonly Hit[]> {
  const near = barcodesNear(key);
  if (near.length === 0) return [];
  return await readsByBitmap<Hit>(
    scope,
    Prisma.sql`
      SELECT s.id, s.code, s.title FROM sku s
      WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.barcode = ANY(${near}::text[])
      ORDER BY similarity(s.barcode, ${key}) DESC, ${ordered} LIMIT ${limit}`,
  );
}

/** Of the SKUs beside the key in the order of codes, those with a similar code; the most similar first. */
export async function findBeside(scope: Scope, key: string, limit: number): Promise<readonly Hit[]> {
  return await reads(scope).$queryRaw<Hit[]>`
    /* prepared: stock.beside */
    SELECT s.id, s.code, s.title FROM (
      (SELECT s.* FROM sku s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${ordered} >= ${key}
        ORDER BY ${ordered} LIMIT ${mostAround}::int)
      UNION ALL
      (SELECT s.* FROM sku s WHERE s.workspace_id = ${scope.workspaceId}::uuid AND ${ordered} < ${key}
        ORDER BY ${ordered} DESC LIMIT ${mostAround}::int)
    ) s
    WHERE similarity(s.code_key, ${key}) >= 0.3 OR similarity(${loosely}, ${looseKey(key)}) >= 0.5
    ORDER BY greatest(similarity(s.code_key, ${key}), similarity(${loosely}, ${looseKey(key)})) DESC, ${ordered}
    LIMIT ${limit}::int`;
}
