import { digestOf } from '../../../core/declare/digest.ts';
import { type HomeSection, homeRanks } from '../../../core/declare/home.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import { seeDigests } from '../permissions.ts';
import { todayBlocks } from './views.ts';

/** What digests would tell the reader now, a line each; what has a part of Home of its own stands there. */
export const home: readonly HomeSection[] = [
  {
    rank: homeRanks.mine - 50,
    title: 'Today',
    permission: seeDigests,
    async draw(ctx) {
      const today = dayIn(ctx.workspace.timeZone, ctx.now);
      const asked = { from: today, to: addDays(today, 1), since: null };
      const { parts, failed } = await digestOf(ctx, asked, ({ ownHome }) => !ownHome);
      return todayBlocks(parts, failed);
    },
  },
];
