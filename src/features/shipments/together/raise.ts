import { z } from 'zod';
import { teamReaderOf } from '../../../cases/reader.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { issuesAbout, raiseIssue } from '../../issues/index.ts';
import { askedBefore } from '../acting/asked-words.ts';
import { lockRaising } from '../acting/lock-store.ts';
import { matterOfTellingMany, mattersOfTelling } from '../acting/model.ts';
import { sumsOf } from '../lanes/sums-store.ts';
import { isAmong } from '../parcels/clauses-store.ts';
import { listPage } from '../parcels/list.ts';
import { filterShape, type ParcelFilter, parcelsLink } from '../parcels/model.ts';
import { listWords } from '../parcels/words.ts';
import { raiseManyPermission, tellManyPermission } from '../permissions.ts';
import { matterOfRaising, mattersOfRaising, type Together } from './model.ts';
import { findingWithWorth, raisedBefore, raisingDetails, tellingDetails, tellingTitle } from './words.ts';

const input = z.object({
  /** An id for the list that stands behind the issue. */
  list: z.uuid(),
  /** Which list it was, for its words. */
  filter: filterShape,
  /** Those of its parcels that are meant. */
  ids: z.array(z.uuid()),
});
type Asked = z.output<typeof input>;

/** Raises one issue for the parcels of a list, without those that an open issue of the same finding has already. */
export const raiseTogether = mutation({
  name: 'shipments.raise-together',
  permission: raiseManyPermission,
  input,
  async run(ctx, asked) {
    const { show } = asked.filter;
    if (show === 'together')
      throw new Refusal('conflict', 'These stand in one issue already.', { next: 'Work on them there.' });
    return await together(ctx, asked, {
      matters: mattersOfRaising(show),
      matter: matterOfRaising(show, asked.list),
      before: raisedBefore,
      wish: (finding, asOf) => ({
        title: finding,
        details: raisingDetails(asOf),
        kind: 'shipment',
        department: 'shipping',
      }),
    });
  },
});

/** Asks customer service, by one issue, to tell the customers of many parcels, without those for whom it was asked already. */
export const tellServiceTogether = mutation({
  name: 'shipments.tell-service-together',
  permission: tellManyPermission,
  input,
  run: async (ctx, asked) =>
    await together(ctx, asked, {
      matters: mattersOfTelling,
      matter: matterOfTellingMany(asked.list),
      before: askedBefore,
      wish: (finding, asOf, parcels) => ({
        title: tellingTitle(parcels),
        details: tellingDetails(finding, asOf),
        kind: 'customer',
        department: 'customer service',
      }),
    }),
});

interface Raising {
  /** So begin the matters of issues that have a parcel already. */
  readonly matters: string;
  readonly matter: string;
  before(issue: { number: number; by: string | null; at: Date }, reader: Reader): string;
  wish(
    finding: string,
    asOf: string,
    parcels: number,
  ): Pick<Parameters<typeof raiseIssue.call>[1], 'title' | 'details' | 'kind' | 'department'>;
}

async function together(
  ctx: MutationContext,
  { list, filter, ids }: Asked,
  { matters, matter, before, wish }: Raising,
): Promise<{ result: Together; changes: never[] }> {
  await lockRaising(ctx.tx);
  const reader = { ...teamReaderOf(ctx), lasting: true } as const;
  const known = await issuesAbout(ctx.tx, { what: 'shipment', refs: ids }, matters);
  const open = [...known].filter(([, { isOpen }]) => isOpen);
  const stands = new Map(open.map(([id, issue]) => [id, before(issue, reader)]));
  const left = ids.filter((id) => !stands.has(id));
  if (left.length === 0) return { result: { issue: null, before: stands }, changes: [] };
  const finding = findingWithWorth(
    await wordsOf(ctx, filter, left.length),
    await sumsOf(ctx.tx, isAmong(left)),
  );
  const { issue } = await raiseIssue.call(ctx, {
    ...wish(finding, dayMoment(ctx.now, reader), left.length),
    severity: 'normal',
    links: [{ what: parcelsLink, ref: list, label: count(left.length, 'parcel'), url: null }],
    behind: { what: 'shipment', refs: left },
    source: 'shipments',
    matter,
  });
  const { id, number, title } = issue;
  return { result: { issue: { id, number, title }, before: stands }, changes: [] };
}

/** What the list is called, of so many of its parcels. */
async function wordsOf(ctx: MutationContext, filter: ParcelFilter, total: number): Promise<string> {
  const { of } = await listPage.call(ctx, { ...filter, after: null });
  return listWords({ filter, of, total });
}
