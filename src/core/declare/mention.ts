import type { Button } from '@slack/types';
import { holds } from '../runtime/actor.ts';
import { composed, failedOf, readOf } from '../runtime/composed.ts';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Permission } from '../tokens/permission.ts';

/** What one feature has to say on the card of another's thing. */
export interface Mention {
  /** One line of plain text. */
  readonly line: string;
  /** None on a line that says only that a feature could not be read. */
  readonly button?: Button;
}

/** A feature that knows of other features' things, such as the issues that touch a SKU. */
export interface Mentioner {
  readonly permission: Permission;
  /** By id, asked for all at once; those of which there is nothing to say are left out. `what`: see `Finder.kind`. */
  mention(ctx: Context, what: string, ids: readonly string[]): Promise<ReadonlyMap<string, Mention>>;
}

export type Mentions = ReadonlyMap<string, readonly Mention[]>;

/** What every feature says of these things, as far as the one who asks may know it. */
export async function mentionsOf(ctx: Context, what: string, ids: readonly string[]): Promise<Mentions> {
  if (ids.length === 0) return new Map();
  const found = await composed(ctx, mentions, async (one) => await one.mention(ctx, what, ids), {
    only: ({ permission }) => holds(ctx.actor, permission),
  });
  const failed = failedOf(found).map((line) => ({ line }));
  // Said once, whatever the number of things.
  return new Map(
    ids.map((id, i) => [
      id,
      [...readOf(found).flatMap((by) => by.get(id) ?? []), ...(i === 0 ? failed : [])],
    ]),
  );
}

/** Who has something to say on the cards of others. */
const mentions = contribution<Mentioner>('mentions');
