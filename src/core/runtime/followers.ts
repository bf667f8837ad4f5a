import type { Context, MutationContext } from './context.ts';
import { contribution } from './contributions.ts';
import type { Effects } from './effects.ts';

/** One feature's reaction to an operation of another, in the same transaction. Build it with `after`. */
export interface Follower {
  /** `<feature>.<verb>`, unique over all features; appears in the audit log. */
  readonly name: string;
  /** The name of the operation it follows. */
  readonly operation: string;
  follow(ctx: MutationContext, result: unknown): Promise<Effects>;
}

const follows = contribution<Follower>('follows');

export function followersOf({ engine }: Context, operation: string): readonly Follower[] {
  return engine.contributions.of(follows).filter((one) => one.operation === operation);
}
