import { lastingReaderOf } from '../../../cases/reader.ts';
import type { DigestSection } from '../../../core/declare/digest.ts';
import { getStandings } from './list.ts';
import { silentPart } from './views.ts';

export const digest: readonly DigestSection[] = [
  {
    key: 'feeds.late',
    title: 'Feeds not on time',
    about: 'sources that are silent or behind, so that their figures are missing',
    feed: null,
    ownHome: true,
    async read(ctx) {
      const standings = await getStandings.call(ctx, {});
      return standings.late.length === 0 ? null : silentPart(standings, lastingReaderOf(ctx));
    },
  },
];
