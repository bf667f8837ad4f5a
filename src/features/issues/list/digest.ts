import { Temporal } from 'temporal-polyfill';
import { lastingReaderOf } from '../../../cases/reader.ts';
import type { DigestSection } from '../../../core/declare/digest.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { instantAt } from '../../../core/time/wall-clock.ts';
import { newsPart, newsShown, openPart } from './digest-views.ts';
import { listPage, news } from './list.ts';

const open = { state: 'open', severity: null, department: null, whose: 'all' } as const;

export const digest: readonly DigestSection[] = [
  {
    key: 'issues.open',
    title: 'Open issues',
    about: 'critical and high ones with their owners, and how many others',
    feed: null,
    ownHome: true,
    async read(ctx) {
      const page = await listPage.call(ctx, { ...open, after: null });
      if (page.total === 0) return null;
      return openPart(page, open, { now: ctx.now, timeZone: ctx.actor.timeZone });
    },
  },
  {
    key: 'issues.news',
    title: 'News of issues',
    about: 'what was raised and what was resolved since the post before',
    feed: null,
    ownHome: true,
    async read(ctx, { since, from, to }) {
      const startOf = (day: string) =>
        instantAt(ctx.workspace.timeZone, Temporal.PlainDate.from(day).toPlainDateTime());
      // The first one, of days that are long over, tells of them alone: of last month nothing of this one.
      const isOver = to < dayIn(ctx.workspace.timeZone, ctx.now);
      const until = since === null && isOver ? startOf(to) : null;
      const told = await news.call(ctx, { since: since ?? startOf(from), until, limit: newsShown });
      if (told.raised.total + told.resolved.total === 0) return null;
      return newsPart(told, open, lastingReaderOf(ctx));
    },
  },
];
