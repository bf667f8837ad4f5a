import type { Found } from '../../core/tokens/found.ts';
import type { Message } from '../../core/tokens/reply.ts';

/** What "find anything" came to. */
export type Findings = (
  | { readonly found: 'one'; readonly message: Message }
  | { readonly found: 'several' | 'nothing'; readonly hits: readonly Found[] }
) & {
  /** In words, of what could not be searched. */
  readonly failed: readonly string[];
};
