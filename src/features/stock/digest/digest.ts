import { lastingReaderOf } from '../../../cases/reader.ts';
import { type DigestSection, mostLines } from '../../../core/declare/digest.ts';
import { getProof } from '../proof/prove.ts';
import { doubtPart, lowPart, outPart } from './digest-views.ts';
import { getLow, getOut } from './read.ts';

/** PRODUCT.md 22: purchasing looks at so many. */
const atRisk = 15;

export const digest: readonly DigestSection[] = [
  {
    key: 'stock.out',
    title: 'Out of stock',
    about: 'what is out of stock everywhere and when it comes, what sold for most first',
    feed: 'levels',
    async read(ctx) {
      const out = await getOut.call(ctx, { limit: mostLines });
      return out.total === 0 ? null : outPart(out, lastingReaderOf(ctx));
    },
  },
  {
    key: 'stock.low',
    title: 'Low stock',
    about: 'what lasts for less than a week, the most value at risk first',
    feed: 'levels',
    // It adds up all sales: nobody waits for that at Home.
    ownHome: true,
    async read(ctx) {
      const low = await getLow.call(ctx, { limit: atRisk });
      return low.total === 0 ? null : lowPart(low, lastingReaderOf(ctx));
    },
  },
  {
    key: 'stock.doubt',
    title: 'Stock in doubt',
    about: 'levels that are not the sum of their movements',
    feed: null,
    async read(ctx) {
      const proof = await getProof.call(ctx, {});
      return proof && proof.wrong > 0 ? doubtPart(proof, lastingReaderOf(ctx)) : null;
    },
  },
];
