import type { FactTable } from '../../../core/declare/kpi.ts';
import { everyFeed, type Kpi } from '../../../core/tokens/fact.ts';
import { lagFacts } from '../facts-model.ts';
import { lagSubjectsAfter, makeLagFacts } from './fact-store.ts';

/** How late what sources send is, by whole seconds: a row for each length on a day, and how many were so late. */
export const lagFactTable: FactTable = {
  family: lagFacts,
  table: 'feed_lag_fact',
  one: 'delivery day',
  version: 1,
  dimensions: [
    { name: 'source', title: 'source', words: ['feed'] },
    { name: 'kind', title: 'kind', words: ['what', 'kind of feed'] },
  ],
  make: makeLagFacts,
  subjects: lagSubjectsAfter,
};

export const lagKpis: readonly Kpi[] = [
  {
    facts: lagFactTable,
    feed: everyFeed,
    version: 2,
    owner: 'management',
    key: 'feed_lag',
    name: 'Feed lag',
    aliases: ['feed lag', 'lag', 'lag of feeds', 'feed delay', 'delay of feeds', 'data lag'],
    formula:
      'from when a source says that something was so until it was stored here, of what comes by webhook, what is told twice once; a file may be of any age and is not counted',
    good: 'down',
    counted: 'deliveries',
    measure: { kind: 'spread', of: 'seconds', unit: 's', times: 'times', most: 'p95' },
    anchor: { column: 'came_day', words: 'stored' },
    excluded: { 'told of a time that was still to come': 'ahead' },
  },
];
