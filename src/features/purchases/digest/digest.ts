import { lastingReaderOf } from '../../../cases/reader.ts';
import { type DigestSection, mostLines } from '../../../core/declare/digest.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import { inboundPage, todayOf } from '../inbound/list.ts';
import { everything } from '../inbound/model.ts';
import { inboundPart, latePart, placeBefore } from './digest-views.ts';
import { getComing, getLateSuppliers } from './read.ts';

const daysAhead = 7;

export const digest: readonly DigestSection[] = [
  {
    key: 'purchases.inbound',
    title: 'Inbound',
    about: 'what suppliers deliver today and in the week after, and how much is overdue',
    feed: 'purchases',
    async read(ctx, { to }) {
      const today = todayOf(ctx);
      const until = addDays([to, today].toSorted().at(-1) ?? today, daysAhead);
      const coming = await getComing.call(ctx, { until });
      if (coming.soon + coming.overdue === 0) return null;
      const page = await inboundPage.call(ctx, { ...everything, after: placeBefore(today) });
      return inboundPart(page, coming, lastingReaderOf(ctx));
    },
  },
  {
    key: 'purchases.late',
    title: 'Late purchase orders',
    about: 'receipts that are overdue by supplier, and what they leave short',
    feed: 'purchases',
    async read(ctx) {
      const page = await inboundPage.call(ctx, { ...everything, show: 'overdue', after: null });
      if (page.totals.overdue === 0) return null;
      const suppliers = await getLateSuppliers.call(ctx, { limit: mostLines });
      return latePart(page, suppliers, lastingReaderOf(ctx));
    },
  },
];
