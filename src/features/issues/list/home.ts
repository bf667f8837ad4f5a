import { readerOf } from '../../../cases/reader.ts';
import { type HomeSection, homeRanks } from '../../../core/declare/home.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { isLate } from '../issue/model.ts';
import { seeIssues } from '../permissions.ts';
import { listPage, unattended } from './list.ts';
import { ownIssues, unattendedIssues } from './views.ts';

const shown = 5;

async function mine(ctx: Context) {
  const { rows, total } = await listPage.call(ctx, {
    state: 'open',
    severity: null,
    department: null,
    whose: 'mine',
    after: null,
  });
  const late = rows.filter((one) => isLate(one, ctx.now));
  return { late, others: rows.filter((one) => !late.includes(one)), left: total - late.length };
}

export const home: readonly HomeSection[] = [
  {
    // Before what others wait for: somebody counts on what was promised.
    rank: homeRanks.decisions - 50,
    title: 'Late, and yours',
    permission: seeIssues,
    async draw(ctx) {
      const { late } = await mine(ctx);
      return ownIssues(late.slice(0, shown), late.length, readerOf(ctx));
    },
  },
  {
    // Before the reader's own: nobody may be on it.
    rank: homeRanks.mine - 50,
    title: 'Critical, and what nobody is on',
    permission: seeIssues,
    async draw(ctx) {
      const { issues, total } = await unattended.call(ctx, { limit: shown });
      return unattendedIssues(issues, total, readerOf(ctx));
    },
  },
  {
    rank: homeRanks.mine,
    title: 'My issues',
    permission: seeIssues,
    async draw(ctx) {
      const { others, left } = await mine(ctx);
      return ownIssues(others.slice(0, shown), left, readerOf(ctx));
    },
  },
];
