import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Found } from '../tokens/found.ts';
import type { Permission } from '../tokens/permission.ts';
import type { Message } from '../tokens/reply.ts';

export interface Finder {
  /** For people, such as "SKU"; unique over all features. */
  readonly kind: string;
  readonly permission: Permission;
  /** At most five, best first. */
  find(ctx: Context, text: string): Promise<readonly Found[]>;
  /** Null: it is gone. */
  show(ctx: Context, id: string): Promise<Message | null>;
  /** Its name on the cards of other features; without it an issue cannot be linked to it. Null: it is gone. */
  title?(ctx: Context, id: string): Promise<string | null>;
  /** How each stands now, in a few words, by id; those that are gone are left out. */
  stands?(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** How links name what a finder finds, such as "sku". */
export const linkKindOf = ({ kind }: Pick<Finder, 'kind'>): string => kind.toLowerCase();

/** What "find anything" asks. */
export const finders = contribution<Finder>('finders');
