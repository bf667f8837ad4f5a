import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../test/harness/database.ts';
import type { BarsChart } from '../../charts/model.ts';
import type { Context } from '../../core/runtime/context.ts';
import { asSystem } from '../../core/runtime/system.ts';
import type { QueuedJob } from '../../core/tokens/job.ts';
import { askForChart } from './ask.ts';
import { beginPicture, noteUploaded } from './draw.ts';
import { forget } from './forget.ts';
import { askForCharts } from './permissions.ts';
import { changeRefused } from './refused.ts';
import { jobs } from './slack.ts';

const chart: BarsChart = {
  kind: 'bars',
  title: 'On-time delivery',
  period: '3 Feb to 4 Mar',
  unit: { kind: 'percent' },
  good: 'up',
  dimension: 'country',
  counted: 'orders',
  target: 95,
  bars: [
    { name: 'DE', value: 96, n: 400, isRanked: true },
    { name: 'FR', value: 50, n: 100, isRanked: true },
  ],
};

/** A bot without Slack: what it uploads is counted, and what it would draw in the background is kept. */
async function given() {
  const base = await newContext({ at: '2026-03-05T08:00:00Z' });
  const queued: QueuedJob[] = [];
  const uploads: string[] = [];
  const files = {
    ...base.engine.files,
    keep: async () => {
      uploads.push(`F0${uploads.length}`);
      return uploads.at(-1) ?? '';
    },
  };
  const engine: Context['engine'] = {
    ...base.engine,
    files,
    queue: async (_, added) => void queued.push(...added),
  };
  const as = (slackUserId: string): Context => ({
    ...base,
    engine,
    actor: {
      kind: 'person',
      id: base.ids.uuid(base.now),
      name: slackUserId,
      slackUserId,
      roles: ['admin'],
      timeZone: 'Europe/Berlin',
    } as never,
  });
  const bot = asSystem({ ...base, engine }, 'the test');
  const { prisma } = await testDatabase();
  const workspaceId = base.workspace.id;
  return {
    bot,
    uploads,
    queued,
    ask: async (slackUserId: string, of: BarsChart = chart) =>
      await askForChart.call(
        { ...as(slackUserId), engine: { ...engine, holdRights: async (_, who) => who } },
        {
          chart: of,
          permission: askForCharts,
        },
      ),
    work: async (ctx: Context, id: string) => await jobs[0]?.work(ctx, { id }),
    idOf: (n: number) => String(queued[n]?.data.id),
    posts: async () =>
      (
        await prisma.message.findMany({
          where: { workspaceId, kind: 'charts.drawn' },
          orderBy: { id: 'asc' },
        })
      ).map(({ place, subject }) => `${place} ${subject.split('/')[1]}`),
    requests: async () =>
      await prisma.chartRequest.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } }),
    pictures: async () => await prisma.chartPicture.findMany({ where: { workspaceId } }),
  };
}

test('a process that dies between the upload and its note leads to another upload, and to one message', async () => {
  const shop = await given();
  await shop.ask('U0VIC');
  const id = shop.idOf(0);
  // Drawn and uploaded, and then nothing more.
  expect(await beginPicture.call(shop.bot, { id })).toMatchObject({ isLast: false });
  expect(await shop.posts()).toEqual([]);
  await shop.work(shop.bot, id);
  await shop.work(shop.bot, id);
  expect(await shop.posts()).toEqual(['U0VIC 1']);
  expect(shop.uploads).toHaveLength(1);
});

test('two who ask for the same at once get it from one upload; the second draws nothing meanwhile', async () => {
  const shop = await given();
  await shop.ask('U0VIC');
  await shop.ask('U0LENA');
  const [first, second] = [shop.idOf(0), shop.idOf(1)];
  const begun = await beginPicture.call(shop.bot, { id: first });
  await shop.work(shop.bot, second);
  expect(shop.uploads).toEqual([]);
  await noteUploaded.call(shop.bot, { contentHash: begun?.contentHash ?? '', slackFile: 'F0ONE' });
  expect((await shop.posts()).toSorted()).toEqual(['U0LENA 1', 'U0VIC 1']);
  // A third finds it: nothing is drawn, nothing is queued.
  await shop.ask('U0ADA');
  expect(shop.queued).toHaveLength(2);
  expect(await shop.posts()).toContain('U0ADA 1');
});

test('another chart, or the same of other days, is another picture', async () => {
  const shop = await given();
  await shop.ask('U0VIC');
  await shop.ask('U0VIC', { ...chart, period: '2 Feb to 3 Mar' });
  const [one, other] = await shop.requests();
  expect(one?.contentHash).not.toBe(other?.contentHash);
});

test('a picture that cannot be drawn is given up after three tries: its person gets the words, and the queue a failure', async () => {
  const shop = await given();
  await shop.ask('U0VIC');
  const broken: Context = {
    ...shop.bot,
    engine: {
      ...shop.bot.engine,
      files: { ...shop.bot.engine.files, keep: async () => Promise.reject(new Error('no answer')) },
    },
  };
  for (let n = 0; n < 3; n += 1) await expect(shop.work(broken, shop.idOf(0))).rejects.toThrow('no answer');
  expect(await shop.requests()).toMatchObject([{ state: 'ready', shown: 'words' }]);
  await shop.work(broken, shop.idOf(0));
  expect(await shop.posts()).toEqual(['U0VIC 1']);
});

test('a picture that Slack keeps refusing ends in words, and each post gives way to one other', async () => {
  const shop = await given();
  await shop.ask('U0VIC');
  const request = shop.idOf(0);
  await shop.work(shop.bot, request);
  for (const post of [1, 2]) {
    expect(await changeRefused.call(shop.bot, { request, post })).toBe(true);
    // Heard twice, it is one refusal.
    expect(await changeRefused.call(shop.bot, { request, post })).toBe(true);
    await shop.work(shop.bot, request);
  }
  expect(shop.uploads).toHaveLength(3);
  expect(await changeRefused.call(shop.bot, { request, post: 3 })).toBe(true);
  expect(await shop.requests()).toMatchObject([{ shown: 'words', posts: 4 }]);
  expect(await changeRefused.call(shop.bot, { request, post: 4 })).toBe(false);
  expect(await shop.posts()).toEqual(['U0VIC 1', 'U0VIC 2', 'U0VIC 3', 'U0VIC 4']);
});

test('after a month what is known of a chart is forgotten, and its picture is uploaded anew', async () => {
  const shop = await given();
  await shop.ask('U0VIC');
  await shop.work(shop.bot, shop.idOf(0));
  expect(await forget.call(shop.bot, {})).toBe(false);
  expect(await shop.pictures()).toHaveLength(1);
  const later = { ...shop.bot, now: new Date('2026-04-05T08:00:00Z') };
  await forget.call(later, {});
  expect([...(await shop.pictures()), ...(await shop.requests())]).toEqual([]);
});
