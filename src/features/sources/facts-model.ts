import { defineFacts } from '../../core/tokens/fact.ts';

/** Subjects are a source and a day on which it sent something: see counting/lag-store.ts. */
export const lagFacts = defineFacts({ id: 'lag', tables: { feed_lag: 'subject' } });
