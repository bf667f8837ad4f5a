import { z } from 'zod';
import { listOf, withArticle } from '../text/sentence.ts';
import type { Permission } from '../tokens/permission.ts';
import { type Actor, holds } from './actor.ts';
import type { Context, MutationContext, QueryContext } from './context.ts';
import type { Tx } from './database.ts';
import { collect, type Effects } from './effects.ts';
import { followersOf } from './followers.ts';
import { inputWords } from './input-words.ts';
import { Refusal } from './refusal.ts';
import { inUnit, isInTransaction, recordChanges } from './unit.ts';

interface Declaration<Input extends z.ZodType> {
  /** `<feature>.<verb>`, unique over all features; appears in the audit log. */
  readonly name: string;
  readonly permission: Permission;
  readonly input: Input;
}

export interface Operation<Input = never, Result = unknown> {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly permission: Permission;
  /** Checks the permission, parses the input, runs. Throws a `Refusal` to say no. */
  call(ctx: Context, input: Input): Promise<Result>;
}

/** Declares a read. `run` gets a scope and cannot write with it. */
export function query<Input extends z.ZodType, Result>(
  declaration: Declaration<Input> & {
    run(ctx: QueryContext, input: z.output<Input>): Promise<Result>;
  },
): Operation<z.input<Input>, Result> {
  return {
    kind: 'query',
    name: declaration.name,
    permission: declaration.permission,
    async call(ctx, input) {
      await demandPermission(ctx, declaration.permission);
      return await declaration.run({ ...ctx, scope: scopeOf(ctx) }, parse(declaration.input, input));
    },
  };
}

/**
 * Declares a change. `run` works inside one transaction (the caller's, if there is one) and returns what changed and
 * its effects: audit rows, messages, due work, jobs and the reactions of other features belong to the same transaction.
 * A request that was done before changes nothing and gives the same result. The permission is checked before the
 * transaction and again inside it, against roles that nobody can revoke until it ends.
 */
export function mutation<Input extends z.ZodType, Result>(
  declaration: Declaration<Input> & {
    /** Milliseconds; for bulk work that takes longer than the usual 15 s. */
    readonly timeout?: number;
    /** Locks to take before the actor's rights are held: of rows of `person` that `run` changes or locks itself. */
    first?(tx: Tx, actor: Actor): Promise<void>;
    run(ctx: MutationContext, input: z.output<Input>): Promise<Effects & { readonly result: Result }>;
  },
): Operation<z.input<Input>, Result> {
  const { name, permission, timeout, first } = declaration;
  return {
    kind: 'mutation',
    name,
    permission,
    async call(ctx, input) {
      // A resumed request was authorised when its effect happened; only the answer is left.
      if (!ctx.delivery?.progress.resumed || isInTransaction(ctx)) await demandPermission(ctx, permission);
      const parsed = parse(declaration.input, input);
      const options = { first, ...(timeout !== undefined && { timeout }) };
      return await inUnit(ctx, options, async (unit) => {
        await demandPermission(unit, permission);
        const { result, ...effects } = await declaration.run(unit, parsed);
        await recordChanges(unit, name, effects.changes);
        collect(unit.pending, effects);
        for (const follower of followersOf(ctx, name)) {
          const following = await follower.follow(unit, result);
          await recordChanges(unit, follower.name, following.changes);
          collect(unit.pending, following);
        }
        return result;
      });
    },
  };
}

/** Refuses an actor who lacks the permission, and names people who have it. */
export async function demandPermission(ctx: Context, permission: Permission): Promise<void> {
  if (holds(ctx.actor, permission)) return;
  if (permission.atLeast === 'system')
    throw new Refusal('not-allowed', `You may not ${permission.to}: only the bot itself does that.`);
  if (ctx.actor.kind === 'person' && ctx.actor.roles.length === 0) throw await noRole(ctx);
  const names = await ctx.engine.whoMay(scopeOf(ctx), permission);
  if (ctx.actor.kind === 'connector') throw connectorMayNot(ctx.actor.name, permission, names);
  throw new Refusal(
    'not-allowed',
    `You may not ${permission.to}: that is for ${withArticle(permission.atLeast)}.`,
    {
      next: names.length > 0 ? `Ask ${listOf(names, 'or')} to do it.` : grantNext([]),
    },
  );
}

/** Read by whoever looks why something of a source did not arrive. */
function connectorMayNot(name: string, { to }: Permission, names: readonly string[]): Refusal {
  return new Refusal('not-allowed', `${name} may not ${to}: that is not on the list of what ${name} does.`, {
    next: names.length > 0 ? `Ask ${listOf(names, 'or')} to do it.` : grantNext([]),
  });
}

/** The refusal of a person without any role: no colleague can do for them what only a role opens. */
export async function noRole(ctx: Context): Promise<Refusal> {
  const admins = await ctx.engine.whoMay(scopeOf(ctx), {
    key: 'people.change-roles',
    to: 'grant roles',
    atLeast: 'admin',
  });
  return new Refusal('not-allowed', 'You have no role here.', { next: grantNext(admins) });
}

function grantNext(admins: readonly string[]): string {
  return `Ask ${admins.length > 0 ? listOf(admins, 'or') : 'an admin'} to run \`/ops grant\`.`;
}

function parse<Input extends z.ZodType>(shape: Input, input: unknown): z.output<Input> {
  const parsed = shape.safeParse(input, { error: inputWords });
  if (parsed.success) return parsed.data;
  const { formErrors, fieldErrors } = z.flattenError(parsed.error);
  const fields = Object.fromEntries(
    Object.entries(fieldErrors as Record<string, string[] | undefined>).map(([field, errors]) => [
      field,
      errors?.[0] ?? '',
    ]),
  );
  const sentences = [...formErrors, ...Object.values(fields)];
  throw new Refusal('invalid', sentences[0] ?? 'That does not fit.', { fields });
}

function scopeOf(ctx: Context) {
  return isInTransaction(ctx) ? ctx.tx : ctx.engine.database.scope(ctx.workspace.id);
}
