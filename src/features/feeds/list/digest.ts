import { lastingReaderOf } from '../../../cases/reader.ts';
import type { DigestSection } from '../../../core/declare/digest.ts';
import { getStandings } from './list.ts';
import { silentPart } from './views.ts';

/** The feeds that are not on time. */
export const digest: readonly DigestSection[] = [
  async (ctx) => {
    const standings = await getStandings.call(ctx, {});
    return standings.late.length === 0 ? null : silentPart(standings, lastingReaderOf(ctx));
  },
];
