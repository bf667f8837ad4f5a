import { z } from 'zod';
import { lists } from '../../../core/declare/lists/listing.ts';
import { pageOf } from '../../../core/declare/lists/page.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Cell } from '../../../core/text/csv.ts';
import { defineListing, listPageShape } from '../../../core/tokens/listing.ts';
import { type Place, pagedShape, placeShape } from '../../../core/tokens/page.ts';
import { readOrders } from '../permissions.ts';
import { standingRules } from './get.ts';
import { pageSize, type RuleFilter, type RulePage, type StandingRule } from './model.ts';

const filterShape = z.object({ show: z.enum(['current', 'ended']) });

interface Row extends StandingRule {
  readonly place: Place;
}

/** A page of the rules. */
export const rulesPage = query({
  name: 'orders.promise-rules',
  permission: readOrders,
  input: pagedShape(filterShape),
  async run(ctx, wanted): Promise<RulePage> {
    const all = await standingRules(ctx);
    const page = await pageOf<Row, RuleFilter>(wanted, {
      size: pageSize,
      fitting: (filter) => fitting(all, filter),
      placeOf: ({ place }) => place,
    });
    return { ...page, others: all.length - page.total };
  },
});

export const rulesExport = defineListing({
  id: 'orders.promise-rules',
  title: 'Promise rules',
  one: 'rule',
  filter: filterShape,
});

/** A page of the list as a file. */
export const exportRules = query({
  name: 'orders.promise-rules-export',
  permission: readOrders,
  input: listPageShape(filterShape, placeShape),
  run: async (ctx: QueryContext, { filter, after, limit }) =>
    fitting(await standingRules(ctx), { ...filter, after }).slice(0, limit),
});

function fitting(
  all: readonly StandingRule[],
  { show, after }: RuleFilter & { readonly after: Place | null },
): readonly Row[] {
  return all
    .filter(({ state }) => (state === 'ended') === (show === 'ended'))
    .map((one, n): Row => ({ ...one, place: [0, n] }))
    .filter(({ place }) => after === null || place[1] > after[1]);
}

// As the import takes them.
const columns: Readonly<Record<string, (row: Row) => Cell>> = {
  Channel: ({ rule }) => rule.channel,
  Carrier: ({ service }) => service?.carrier.code ?? null,
  Service: ({ service }) => service?.code ?? null,
  Country: ({ rule }) => rule.country,
  'Handling days': ({ rule }) => rule.handlingDays,
  'Transit days': ({ rule }) => rule.transitDays,
  'Valid from': ({ rule }) => rule.validFrom,
  'Valid to': ({ rule }) => rule.validTo,
};

export const rulesList = lists(rulesExport, {
  page: exportRules,
  placeOf: ({ place }) => place,
  columns,
});
