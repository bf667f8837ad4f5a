import type { MutationContext } from '../runtime/context.ts';
import type { Effects } from '../runtime/effects.ts';
import type { Follower } from '../runtime/followers.ts';
import type { Operation } from '../runtime/operation.ts';

/**
 * Reacts to an operation of another feature, which does not know of it.
 * @example after(enrol, { name: 'issues.release-departed', follow: async (ctx, { departed }) => … });
 */
export function after<Result>(
  operation: Operation<never, Result>,
  { name, follow }: { name: string; follow(ctx: MutationContext, result: Result): Promise<Effects> },
): Follower {
  // Only results of that operation arrive here.
  return {
    name,
    operation: operation.name,
    follow: async (ctx, result) => await follow(ctx, result as Result),
  };
}
