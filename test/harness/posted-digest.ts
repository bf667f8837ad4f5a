import type { Workspace } from '../../src/core/runtime/context.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { addDays } from '../../src/core/time/weekdays.ts';
import type { PostedFigure } from '../../src/core/tokens/digests/posted-figure.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import type { Content } from '../../src/features/digests/edition/model.ts';

/** On-time delivery of a day, as a digest said it. */
export function onTimeOf(day: string, n: number, d: number, shown: string): PostedFigure {
  return {
    kpi: 'otd',
    version: 1,
    name: 'On-time delivery',
    feed: 'orders',
    from: day,
    to: addDays(day, 1),
    totals: [{ n: String(n), d: String(d), currency: '' }],
    median: null,
    shown,
    behind: `${n} of ${d}`,
    silent: null,
    isCounting: false,
    pending: null,
    isNews: true,
    target: null,
    isMet: null,
    distance: null,
    change: null,
    isWorse: false,
    before: null,
  };
}

const content: Content = {
  timeZone: 'Europe/Berlin',
  occasion: null,
  lateMin: 0,
  next: null,
  parts: [],
  silent: [],
  failed: [],
  freshness: [],
  lead: null,
  story: null,
  chart: null,
};

/** Inserts digests with what they posted, and days of KPIs as they are counted by now. */
export function postedDigests(prisma: PrismaClient, { id: workspaceId }: Pick<Workspace, 'id'>, now: Date) {
  return {
    async digest({ tolerance = 1, number = 1 }: { tolerance?: number; number?: number } = {}) {
      const id = randomIds.uuid(now);
      await prisma.schedule.create({
        data: {
          ...{ workspaceId, id, kind: 'digests.digest', cron: '30 8 * * *', timeZone: 'Europe/Berlin' },
          ...{ place: 'C0OPSDAILY', catchUp: 'newest', paused: false, createdAt: now, settledUntil: now },
        },
      });
      await prisma.digest.create({
        data: {
          ...{ workspaceId, id, number, name: 'Morning', period: 'yesterday', sections: [], kpis: ['otd'] },
          ...{ skipIfEmpty: false, tolerance, createdAt: now },
        },
      });
      return id;
    },

    /** A post with these figures. */
    async edition(digestId: string, composedAt: Date, ...figures: readonly PostedFigure[]) {
      const id = randomIds.uuid(now);
      const [{ from: fromDay, to: toDay } = { from: '2026-03-04', to: '2026-03-05' }] = figures;
      await prisma.digestEdition.create({
        data: {
          ...{ workspaceId, id, digestId, askedBy: 'U0LENA0001', askedAt: composedAt, composedAt },
          ...{ place: 'C0OPSDAILY', state: 'posted', attempts: 1, fromDay, toDay, posts: 1 },
          content: content as object,
        },
      });
      await prisma.digestFigure.createMany({
        data: figures.map((told, ordinal) => ({
          ...{ workspaceId, editionId: id, ordinal, kpi: told.kpi, version: told.version, told },
        })),
      });
      return id;
    },

    /** The orders are counted. */
    async counted() {
      await prisma.factGeneration.create({
        data: {
          ...{ workspaceId, family: 'order', generation: 1, version: 'test', walked: 0, sweeping: false },
          builtAt: now,
        },
      });
    },

    /** So many of so many. */
    async day(kpi: string, on: string, n: number, d: number, currency = '') {
      const key = { workspaceId, kpi, generation: 1, dimension: '', day: new Date(on), value: '', currency };
      await prisma.kpiDay.upsert({
        where: {
          workspaceId_kpi_generation_dimension_day_value_currency_excluded: { ...key, excluded: '' },
        },
        create: { ...key, excluded: '', n, d },
        update: { n, d },
      });
    },
  };
}
