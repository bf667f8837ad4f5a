import { lastingReaderOf } from '../../../cases/reader.ts';
import type { DigestSection } from '../../../core/declare/digest.ts';
import { headlineOf } from '../backlog/cells.ts';
import { listPage } from '../backlog/list.ts';
import { getBacklog } from '../backlog/read.ts';
import { duePart, latePart, pastFilter, stuckFilter, stuckPart } from './digest-views.ts';
import { getDue } from './read.ts';

export const digest: readonly DigestSection[] = [
  {
    key: 'orders.late',
    title: 'Late orders',
    about: 'orders past their ship-by and what they are worth, the oldest first',
    feed: 'orders',
    ownHome: true,
    async read(ctx) {
      const page = await listPage.call(ctx, { ...pastFilter, after: null });
      if (page.total === 0) return null;
      const { past } = headlineOf((await getBacklog.call(ctx, { at: null })).cells);
      return latePart(page, past, lastingReaderOf(ctx));
    },
  },
  {
    key: 'orders.stuck',
    title: 'Stuck orders',
    about: 'orders that stopped at a hand-over and what gets them on, the most money first',
    feed: 'orders',
    ownHome: true,
    async read(ctx) {
      const page = await listPage.call(ctx, { ...stuckFilter, after: null });
      return page.total === 0 ? null : stuckPart(page, lastingReaderOf(ctx));
    },
  },
  {
    key: 'orders.due',
    title: 'Orders due today',
    about: 'what each location has to send by its next cut-off and later today, and what was carried over',
    feed: 'orders',
    ownHome: true,
    async read(ctx) {
      const due = await getDue.call(ctx, {});
      return due.places.length === 0 ? null : duePart(due, lastingReaderOf(ctx));
    },
  },
];
