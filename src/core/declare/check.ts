import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Fix } from '../tokens/checked.ts';

/** One line of `/ops setup` or `/ops health`. */
export interface Check {
  readonly title: string;
  /** For set-up: a button that does what is to be done. */
  readonly fix?: Fix;
  /** Never throws because of what it looks at: trouble is a finding. */
  look(ctx: Context): Promise<{ readonly ok: boolean; readonly finding: string }>;
}

/** What has to be done once after installing, in order. */
export const setup = contribution<Check>('setup');

/** How the parts are. */
export const health = contribution<Check>('health');
