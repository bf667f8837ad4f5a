import type { Found } from '../../core/tokens/found.ts';
import type { Message } from '../../core/tokens/reply.ts';

/** The outcome of "find anything". */
export type Findings = (
  | { readonly found: 'one'; readonly message: Message }
  | { readonly found: 'several' | 'nothing'; readonly hits: readonly Found[] }
) & {
  /** The names of what could not be searched. */
  readonly failed: readonly string[];
};
