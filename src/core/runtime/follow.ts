import type { Context, MutationContext } from './context.ts';
import type { Effects } from './effects.ts';
import type { Operation } from './operation.ts';

/** What one feature does because another's operation was done, in the same transaction. Build it with `after`. */
export interface Follower {
  /** `<feature>.<verb>`, unique over all features; stands in the audit log. */
  readonly name: string;
  /** The name of the operation it follows. */
  readonly operation: string;
  follow(ctx: MutationContext, result: unknown): Promise<Effects>;
}

/**
 * Follows an operation of another feature, which does not know of it.
 * @example after(enrol, { name: 'issues.release-departed', follow: async (ctx, { departed }) => … });
 */
export function after<Result>(
  operation: Operation<never, Result>,
  { name, follow }: { name: string; follow(ctx: MutationContext, result: Result): Promise<Effects> },
): Follower {
  // Only results of that operation come here.
  return {
    name,
    operation: operation.name,
    follow: async (ctx, result) => await follow(ctx, result as Result),
  };
}

export function followersOf({ engine }: Context, operation: string): readonly Follower[] {
  return engine.features.flatMap(({ follows = [] }) => follows).filter((one) => one.operation === operation);
}
