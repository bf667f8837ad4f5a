import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { builders } from '../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../test/harness/database.ts';
import { defineFeature } from '../../core/declare/feature.ts';
import { lists } from '../../core/declare/lists/listing.ts';
import type { Context } from '../../core/runtime/context.ts';
import { contributionsOf } from '../../core/runtime/contributions.ts';
import type { OutgoingFile } from '../../core/runtime/files.ts';
import { query } from '../../core/runtime/operation.ts';
import { asSystem } from '../../core/runtime/system.ts';
import { defineListing, listPageShape } from '../../core/tokens/listing.ts';
import { definePermission } from '../../core/tokens/permission.ts';
import { features } from '../index.ts';
import { asPerson } from '../people/index.ts';
import { askForExport } from './ask.ts';
import { mostTries } from './model.ts';
import { writeExport } from './slack.ts';
import { writeFile } from './write-file.ts';

const seeParcels = definePermission({ key: 'parcels.see', to: 'see parcels', atLeast: 'operator' });
const filter = z.object({ upTo: z.int() });
const parcels = defineListing({ id: 'parcels.list', title: 'Parcels', one: 'parcel', filter });
let broken = 0;
const parcelPage = query({
  name: 'parcels.page',
  permission: seeParcels,
  input: listPageShape(filter, z.int()),
  async run(_, { filter: { upTo }, after, limit }) {
    if (broken > 0) {
      broken -= 1;
      throw new Error('the disk is full');
    }
    const first = (after ?? 0) + 1;
    return Array.from({ length: Math.max(0, Math.min(limit, upTo - first + 1)) }, (_, i) => first + i);
  },
});
const parcelExport = lists(parcels, {
  page: parcelPage,
  placeOf: (number) => number,
  columns: { Number: (number) => number, Note: (number) => `=parcel ${number} ${'x'.repeat(20)}` },
});

async function depot(role: 'viewer' | 'operator' = 'operator') {
  const { prisma } = await testDatabase();
  const bare = asSystem(await newContext(), 'the test');
  const given = builders(prisma, bare.workspace, bare.now);
  await given.person('Maya', 'UMAYA', [role]);
  const sent: { file: OutgoingFile; words: string | undefined; to: string }[] = [];
  const queued: string[] = [];
  const feature = defineFeature({
    name: 'parcels',
    title: 'Parcels',
    permissions: [seeParcels],
    operations: [],
    lists: [parcelExport],
  });
  const ctx: Context = {
    ...bare,
    engine: {
      ...bare.engine,
      contributions: contributionsOf([...features, feature]),
      files: {
        ...bare.engine.files,
        send: async (to, file, words) => void sent.push({ to, file, words }),
      },
      queue: async (_, jobs) => void queued.push(...jobs.map(({ data }) => String(data.id))),
    },
  };
  const ask = async (upTo: number) =>
    await askForExport.call(await asPerson(ctx, 'UMAYA'), parcels.of({ upTo }));
  const work = async (id: string | undefined) => await writeExport.work(ctx, { id });
  const told = async () =>
    await prisma.message.findMany({ where: { workspaceId: ctx.workspace.id, kind: 'exports.failed' } });
  return { ctx, prisma, ask, work, sent, queued, told };
}

test('a small list is a plain CSV file with its titles, safe from formulas', async () => {
  const { ask, work, sent, queued } = await depot();
  expect(await ask(2)).toMatchObject({ isSecond: false });
  await work(queued[0]);
  expect(sent).toMatchObject([{ to: 'UMAYA', file: { name: 'parcels-2026-03-02.csv', title: 'Parcels' } }]);
  expect(sent[0]?.words).toMatch(/^2 parcels as CSV, as of Mon 2 Mar .*\. Moments in it are in UTC\.$/);
  const text = Buffer.from(sent[0]?.file.bytes ?? []).toString();
  expect(text).toMatch(/^\uFEFFNumber,Note\r\n1,'=parcel 1 x+\r\n2,'=parcel 2 x+\r\n$/);
});

test('an empty list is a file with its titles alone', async () => {
  const { ask, work, sent, queued } = await depot();
  await ask(0);
  await work(queued[0]);
  expect(Buffer.from(sent[0]?.file.bytes ?? []).toString()).toBe('\uFEFFNumber,Note\r\n');
  expect(sent[0]?.words).toContain('0 parcels as CSV');
});

test('only what is too large for one tap is compressed, and it has every row once; beyond the most that a file holds it says so', async () => {
  const { ctx } = await depot();
  const whole = await writeFile(ctx, parcelExport, { upTo: 40_500 }, { mostPlain: 1_048_576 });
  expect(whole).toMatchObject({ rows: 40_500, isCompressed: true, isCut: false });
  expect(whole.file.name).toBe('parcels-2026-03-02.csv.gz');
  // A list of some megabytes is none of them: it opens as it comes.
  expect(await writeFile(ctx, parcelExport, { upTo: 40_500 })).toMatchObject({
    isCompressed: false,
    file: { name: 'parcels-2026-03-02.csv' },
  });
  const lines = gunzipSync(whole.file.bytes).toString().trimEnd().split('\r\n').slice(1);
  expect(lines.map((line) => Number(line.split(',')[0]))).toEqual(
    Array.from({ length: 40_500 }, (_, i) => i + 1),
  );
  const cut = await writeFile(ctx, parcelExport, { upTo: 2_501 }, { most: 2_500 });
  expect(cut).toMatchObject({ rows: 2_500, isCut: true });
  expect(Buffer.from(cut.file.bytes).toString().trimEnd().split('\r\n')).toHaveLength(2_501);
  expect(await writeFile(ctx, parcelExport, { upTo: 2_500 }, { most: 2_500 })).toMatchObject({
    isCut: false,
  });
});

test('the same list is written once at a time, and two lists of one person at most', async () => {
  const { ask, work, queued } = await depot();
  await ask(1);
  expect(await ask(1)).toMatchObject({ isSecond: true });
  await ask(2);
  await expect(ask(3)).rejects.toThrow('Two files of yours are still being written.');
  expect(queued).toHaveLength(2);
  await work(queued[0]);
  expect(await ask(1)).toMatchObject({ isSecond: false });
});

test('two presses at once ask for one file', async () => {
  const { ask, queued } = await depot();
  const both = await Promise.all([ask(1), ask(1)]);
  expect(both.map(({ isSecond }) => isSecond).sort()).toEqual([false, true]);
  expect(queued).toHaveLength(1);
});

test('a person without the right of the list gets no file; one who lost it since reads why', async () => {
  await expect((await depot('viewer')).ask(1)).rejects.toThrow('You may not see parcels');
  const { ctx, prisma, ask, work, sent, queued, told } = await depot();
  await ask(1);
  await prisma.person.updateMany({ where: { workspaceId: ctx.workspace.id }, data: { roles: ['viewer'] } });
  await work(queued[0]);
  expect(sent).toEqual([]);
  expect(await told()).toMatchObject([{ place: 'UMAYA' }]);
  expect(await prisma.fileExport.findMany({ where: { workspaceId: ctx.workspace.id } })).toMatchObject([
    {
      state: 'failed',
      reason: 'You may not see parcels: that is for an operator. Ask an admin to run `/ops grant`.',
    },
  ]);
});

test('a failure is tried again; whoever waits is told after the last try, and once', async () => {
  const { ask, work, sent, queued, told } = await depot();
  await ask(1);
  broken = 1;
  await expect(work(queued[0])).rejects.toThrow('the disk is full');
  await work(queued[0]);
  await work(queued[0]);
  expect(sent).toHaveLength(1);
  await ask(2);
  broken = mostTries;
  for (let i = 0; i < mostTries; i += 1) await expect(work(queued[1])).rejects.toThrow('the disk is full');
  await work(queued[1]);
  expect(sent).toHaveLength(1);
  expect(await told()).toHaveLength(1);
});

test('a file whose process dies at every try is given up, and nobody is locked out by one that was forgotten', async () => {
  const { ctx, prisma, ask, work, sent, queued, told } = await depot();
  await ask(1);
  await prisma.fileExport.updateMany({
    where: { workspaceId: ctx.workspace.id },
    data: { attempts: mostTries },
  });
  await work(queued[0]);
  expect(sent).toEqual([]);
  expect(await told()).toHaveLength(1);
  for (const upTo of [2, 3]) await ask(upTo);
  await expect(ask(4)).rejects.toThrow('Two files of yours');
  await prisma.fileExport.updateMany({
    where: { workspaceId: ctx.workspace.id },
    data: { askedAt: new Date('2026-03-01T00:00:00Z') },
  });
  expect(await ask(4)).toMatchObject({ isSecond: false });
});
