import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Found } from '../tokens/found.ts';
import type { Permission } from '../tokens/permission.ts';
import type { Message } from '../tokens/reply.ts';

/** What is shown of one finder. */
export const mostFound = 5;

/** `kind`: see `IssueKind`. */
export interface IssueDraft {
  readonly title: string;
  readonly details: string;
  readonly kind: string;
}

export interface Finder {
  /** For people, such as "SKU"; unique over all features. */
  readonly kind: string;
  /** What it searches, for people: "order numbers". */
  readonly searches: string;
  readonly permission: Permission;
  /** Best first, at most one more than `mostFound`: it tells that there are more. */
  find(ctx: Context, text: string): Promise<readonly Found[]>;
  /** Null: it no longer exists. */
  show(ctx: Context, id: string): Promise<Message | null>;
  /** Its name on the cards of other features; without it an issue cannot link to it. Null: it no longer exists. */
  title?(ctx: Context, id: string): Promise<string | null>;
  /** Of things that nobody keeps until something is about them: the id of what a button names, kept from now on. */
  keep?(ctx: Context, named: string): Promise<string>;
  /** What the form of an issue about it says at first; it has one open issue at a time. */
  draft?(ctx: Context, id: string): Promise<IssueDraft>;
  /** The present state of each in a few words, by id; those that no longer exist are left out. */
  stands?(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** The name of a finder's things in links, such as "sku". */
export const linkKindOf = ({ kind }: Pick<Finder, 'kind'>): string => kind.toLowerCase();

/** The searches of "find anything". */
export const finders = contribution<Finder>('finders');
