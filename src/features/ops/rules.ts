import type { Found } from '../../core/declare/feature.ts';
import type { Message } from '../../core/declare/reply.ts';

/** What "find anything" came to. */
export type Findings =
  | { readonly found: 'one'; readonly message: Message }
  | { readonly found: 'several' | 'nothing'; readonly hits: readonly Found[] };
