import { lastingReaderOf } from '../../../cases/reader.ts';
import type { DigestSection } from '../../../core/declare/digest.ts';
import { getClosures } from '../editing/get.ts';
import { closuresPart } from './digest-views.ts';

/** Of today and the days after it. */
const days = 7;

export const digest: readonly DigestSection[] = [
  {
    key: 'locations.closures',
    title: 'Closed days',
    about: 'holidays and days off of locations in the next 7 days',
    feed: null,
    async read(ctx) {
      const closures = await getClosures.call(ctx, { days });
      return closures.days.length === 0 ? null : closuresPart(closures, lastingReaderOf(ctx));
    },
  },
];
