import type { Found } from '../../core/feature.ts';
import type { Message } from '../../core/reply.ts';

/** What "find anything" came to. */
export type Findings =
  | { readonly found: 'one'; readonly message: Message }
  | { readonly found: 'several' | 'nothing'; readonly hits: readonly Found[] };

/** One line of health or set-up, looked at. */
export interface Checked {
  readonly title: string;
  readonly ok: boolean;
  readonly finding: string;
}
