import type { Button } from '@slack/types';
import { holds } from '../runtime/actor.ts';
import { composed, failedOf, readOf } from '../runtime/composed.ts';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Permission } from '../tokens/permission.ts';

/** One feature's line on the card of another feature's thing. */
export interface Mention {
  /** One line of plain text. */
  readonly line: string;
  /** Absent on the line that reports a feature as unreadable. */
  readonly button?: Button;
}

/** A feature with something to say about other features' things, such as the issues that touch a SKU. */
export interface Mentioner {
  readonly permission: Permission;
  /** Lines by id, for many ids at once; ids without a line are left out. `what`: see `Finder.kind`. */
  mention(ctx: Context, what: string, ids: readonly string[]): Promise<ReadonlyMap<string, Mention>>;
}

export type Mentions = ReadonlyMap<string, readonly Mention[]>;

/** The lines of all features about these things, as far as the actor may see them. */
export async function mentionsOf(ctx: Context, what: string, ids: readonly string[]): Promise<Mentions> {
  if (ids.length === 0) return new Map();
  const found = await composed(ctx, mentions, async (one) => await one.mention(ctx, what, ids), {
    only: ({ permission }) => holds(ctx.actor, permission),
  });
  const failed = failedOf(found).map((line) => ({ line }));
  // Reported once, for any number of things.
  return new Map(
    ids.map((id, i) => [
      id,
      [...readOf(found).flatMap((by) => by.get(id) ?? []), ...(i === 0 ? failed : [])],
    ]),
  );
}

/** Features with lines on the cards of others. */
const mentions = contribution<Mentioner>('mentions');
