import type { Button } from '@slack/types';
import { holds } from '../runtime/actor.ts';
import { composed, failedOf, readOf } from '../runtime/composed.ts';
import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import { inTime } from '../runtime/in-time.ts';
import { isInTransaction } from '../runtime/unit.ts';
import type { AskedAbout, Asking, Branch, Marks, Told } from '../tokens/asking.ts';
import type { Permission } from '../tokens/permission.ts';

/** One feature's line on the card of another feature's thing. */
export interface Mention {
  /** One line of plain text. */
  readonly line: string;
  /** What somebody has to look at: the card says it in its first line, such as "Its parcel will be late". */
  readonly alarm?: string;
  /** Absent on the line that reports a feature as unreadable. */
  readonly button?: Button;
}

/**
 * A feature with something to say about other features' things, such as the issues that touch a SKU. `has` is part of
 * the statement that reads the thing itself; `tells` runs for those things alone, in one statement for all features.
 */
export interface Mentioner<Found = unknown> extends Branch {
  readonly permission: Permission;
  /** The line for what was told. Null: none after all. */
  draw(ctx: Context, told: Found, thing: { readonly what: string; readonly id: string }): Mention | null;
}

/** A thing on whose card there may be lines. */
export interface Touched {
  readonly id: string;
  /** The features with something to say, where they were asked as the thing was read. */
  readonly touchedBy?: Marks | undefined;
}

export type Mentions = ReadonlyMap<string, readonly Mention[]>;

/** As long as a statement of a command may take. */
const togetherMs = 2_000;

/** What a statement that reads things asks all features, as far as the actor may see them. */
export function askingOf({ actor, engine }: Context): Asking {
  const branches = engine.contributions.of(mentions);
  const may = branches.map(({ permission }) => (holds(actor, permission) ? '1' : '0')).join('');
  return { branches, may };
}

/** The lines of all features about these things, as far as the actor may see them. */
export async function mentionsOf(ctx: Context, what: string, things: readonly Touched[]): Promise<Mentions> {
  const { branches, may } = askingOf(ctx);
  const asked = things.map(({ id, touchedBy = may }) => ({ ref: id, what, may: touchedBy }));
  const open = asked.filter((one) => one.may.includes('1'));
  if (open.length === 0) return new Map();
  const told = await toldTogether(ctx, branches, open);
  const read = async (one: Mentioner) => {
    const own = branches.indexOf(one);
    // What failed together is asked one by one: the others are shown, and the broken one is named.
    const found = told?.map((all) => all[own]) ?? (await toldAlone(ctx, one, open));
    return new Map(
      open.flatMap(({ ref }, i) => {
        const about = found[i] ?? null;
        const mention = about === null ? null : one.draw(ctx, about, { what, id: ref });
        return mention ? [[ref, mention] as const] : [];
      }),
    );
  };
  const outcomes = await composed(ctx, mentions, read, {
    only: ({ permission }) => holds(ctx.actor, permission),
  });
  const failed = failedOf(outcomes).map((line) => ({ line }));
  // Reported once, for any number of things.
  return new Map(
    open.map(({ ref }, i) => [
      ref,
      [...readOf(outcomes).flatMap((by) => by.get(ref) ?? []), ...(i === 0 ? failed : [])],
    ]),
  );
}

/** Features with lines on the cards of others. */
const mentions = contribution<Mentioner>('mentions');

/** What all features tell about each thing; null: their statement failed. */
async function toldTogether(
  ctx: Context,
  branches: readonly Branch[],
  asked: readonly AskedAbout[],
): Promise<readonly Told[] | null> {
  const told = toldAbout(ctx, branches, asked);
  // A failed statement has ended its transaction: there nobody can be asked any more.
  if (isInTransaction(ctx)) return await told;
  return await inTime(
    told.catch(() => null),
    togetherMs,
  );
}

const alone = new WeakMap<Mentioner, readonly Branch[]>();

/** What one feature tells about each thing. */
async function toldAlone(ctx: Context, one: Mentioner, asked: readonly AskedAbout[]): Promise<Told> {
  const own = alone.get(one) ?? [one];
  alone.set(one, own);
  const told = await toldAbout(
    ctx,
    own,
    asked.map((about) => ({ ...about, may: '1' })),
  );
  return told.map(([about]) => about);
}

async function toldAbout(
  ctx: Context,
  branches: readonly Branch[],
  asked: readonly AskedAbout[],
): Promise<readonly Told[]> {
  const { database } = ctx.engine;
  const scope = isInTransaction(ctx) ? ctx.tx : database.scope(ctx.workspace.id);
  return await Promise.all(asked.map(async (about) => await database.told(scope, branches, about)));
}
