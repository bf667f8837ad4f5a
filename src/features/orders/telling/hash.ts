import { createHash } from 'node:crypto';
import type { OrderStatement } from './model.ts';

/** A statement with the hash of what it says. */
export interface Kept extends OrderStatement {
  readonly hash: string;
}

/** Two statements that say the same have one hash, whenever they were made and however they came. */
export function kept(statement: OrderStatement): Kept {
  const { deliveryId: _, versionAt: __, ...said } = statement;
  return { ...statement, hash: hashOf(said) };
}

/** Of a value of plain objects, lists, texts, numbers, bigints and dates; the order of fields does not count. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, 32);
}

function canonical(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Date) return `@${value.toISOString()}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}
