import type { Button } from '@slack/types';
import { holds } from '../runtime/actor.ts';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Permission } from '../tokens/permission.ts';

/** What one feature has to say on the card of another's thing. */
export interface Mention {
  /** One line of plain text. */
  readonly line: string;
  readonly button: Button;
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
  const mentioners = ctx.engine.contributions
    .of(mentions)
    .filter(({ permission }) => holds(ctx.actor, permission));
  const found = await Promise.all(mentioners.map(async (one) => await one.mention(ctx, what, ids)));
  return new Map(ids.map((id) => [id, found.flatMap((by) => by.get(id) ?? [])]));
}

/** Who has something to say on the cards of others. */
export const mentions = contribution<Mentioner>('mentions');
