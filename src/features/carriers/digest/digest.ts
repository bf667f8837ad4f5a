import { lastingReaderOf } from '../../../cases/reader.ts';
import type { DigestSection } from '../../../core/declare/digest.ts';
import { getToday } from '../card/get.ts';
import { collectionsPart } from './digest-views.ts';

export const digest: readonly DigestSection[] = [
  {
    key: 'carriers.collections',
    title: 'Collections today',
    about: 'who still collects today with the cut-offs, and who stays away',
    feed: null,
    async read(ctx) {
      const today = await getToday.call(ctx, {});
      if (today.coming.length + today.away.length === 0) return null;
      return collectionsPart(today, lastingReaderOf(ctx));
    },
  },
];
