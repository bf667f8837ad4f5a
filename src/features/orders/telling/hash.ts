import { hashOf } from '../../../core/text/content-hash.ts';
import type { OrderStatement } from './model.ts';

/** A statement with the hash of what it says. */
export interface Kept extends OrderStatement {
  readonly hash: string;
}

/** Two statements that say the same have one hash, whenever they were made and however they came. */
export function kept(statement: OrderStatement | Kept): Kept {
  if ('hash' in statement) return statement;
  const { deliveryId: _, versionAt: __, ...said } = statement;
  return { ...statement, hash: hashOf(said) };
}
