import type { Context } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Checked, Fix } from '../tokens/checked.ts';

/** One line of `/ops setup` or `/ops health`. */
export interface Check {
  readonly title: string;
  /** For set-up: a button that does the step. */
  readonly fix?: Fix;
  /** Never throws because of its subject: trouble is a finding. */
  look(ctx: Context): Promise<Pick<Checked, 'ok' | 'limited' | 'finding'>>;
}

/** Set-up steps after installing, in order. */
export const setup = contribution<Check>('setup');

/** Health of each part. */
export const health = contribution<Check>('health');
