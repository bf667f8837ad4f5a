import { lastingReaderOf } from '../../../cases/reader.ts';
import type { DigestSection } from '../../../core/declare/digest.ts';
import { getExceptions } from '../exceptions/read.ts';
import { listBursts, listDisruptions } from '../lanes/list.ts';
import { getLate } from '../late/read.ts';
import { burstsPart, disruptedPart, riskPart } from './digest-views.ts';

export const digest: readonly DigestSection[] = [
  {
    key: 'shipments.risk',
    title: 'Parcels at risk',
    about: 'what is late or going to be, and what else is wrong and what to do, the most value first',
    feed: 'shipments',
    async read(ctx) {
      const [late, exceptions] = await Promise.all([
        getLate.call(ctx, { of: null }),
        getExceptions.call(ctx, {}),
      ]);
      if (late.groups.length === 0 && exceptions.parcels === 0) return null;
      return riskPart({ late, exceptions }, ctx.workspace.currency, lastingReaderOf(ctx));
    },
  },
  {
    key: 'shipments.disrupted',
    title: 'Strikes and storms',
    about: 'disruptions that are declared, and the parcels in trouble from them',
    // What somebody declared goes on, whether carriers tell of it or not.
    feed: null,
    async read(ctx) {
      const all = await listDisruptions.call(ctx, {});
      const open = all.filter(({ endedAt }) => endedAt === null);
      return open.length === 0 ? null : disruptedPart(open, lastingReaderOf(ctx));
    },
  },
  {
    key: 'shipments.lanes',
    title: 'Lanes in trouble',
    about: 'lanes on which many parcels are delayed or at risk at once',
    feed: 'shipments',
    async read(ctx) {
      const bursts = await listBursts.call(ctx, {});
      return bursts.length === 0 ? null : burstsPart(bursts, lastingReaderOf(ctx));
    },
  },
];
