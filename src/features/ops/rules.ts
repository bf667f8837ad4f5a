import type { Found } from '../../core/tokens/found.ts';
import type { Message } from '../../core/tokens/reply.ts';

/** What was found, where it is not one thing. */
export interface Listed {
  readonly hits: readonly Found[];
  /** There are more than these. */
  readonly more: boolean;
  /** What was searched, for people. */
  readonly searched: readonly string[];
}

/** The outcome of "find anything". */
export type Findings = (
  | { readonly found: 'one'; readonly hit: Found; readonly message: Message }
  | ({ readonly found: 'several' | 'nothing' } & Listed)
) & {
  /** The names of what could not be searched. */
  readonly failed: readonly string[];
};

/** Whether a product's name holds the word. */
export function namesProduct(outcome: Findings, word: string): boolean {
  const hits = outcome.found === 'one' ? [outcome.hit] : outcome.hits;
  return hits.some(({ kind, title }) => kind === 'SKU' && title.toLowerCase().includes(word.toLowerCase()));
}
