import { expect, test } from 'vitest';
import { z } from 'zod';
import { builders } from '../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../test/harness/database.ts';
import { loggedErrors } from '../../../test/harness/log.ts';
import { defineFeature } from '../../core/declare/feature.ts';
import { actsOnAll, actsOnEach } from '../../core/declare/lists/bulk.ts';
import { lists } from '../../core/declare/lists/listing.ts';
import type { Context } from '../../core/runtime/context.ts';
import { contributionsOf } from '../../core/runtime/contributions.ts';
import { query } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { asSystem } from '../../core/runtime/system.ts';
import { defineAction } from '../../core/tokens/action.ts';
import { defineBulk, selectionShape } from '../../core/tokens/bulk.ts';
import { defineListing, listPageShape } from '../../core/tokens/listing.ts';
import type { Role } from '../../core/tokens/permission.ts';
import { definePermission } from '../../core/tokens/permission.ts';
import { runApproved } from '../approvals/execution/run.ts';
import { vote } from '../approvals/voting/vote.ts';
import { features } from '../index.ts';
import { asPerson } from '../people/index.ts';
import { getEnded, resultPage } from './results.ts';
import { goOn } from './run.ts';
import { selectAll } from './select.ts';
import { startBulk } from './start.ts';
import { tidySelections } from './tidy.ts';
import { runBulk } from './work.ts';

const holdPress = defineAction({ id: 'parcels.hold-all', version: 1, value: selectionShape });
const seeParcels = definePermission({ key: 'parcels.see', to: 'see parcels', atLeast: 'viewer' });
const holdParcels = definePermission({ key: 'parcels.hold', to: 'hold parcels', atLeast: 'operator' });
const filter = z.object({});
const parcels = defineListing({ id: 'parcels.list', title: 'Parcels', one: 'parcel', filter });
const holdAll = defineBulk({
  id: 'parcels.hold-all',
  list: parcels.id,
  params: z.object({ days: z.int() }),
});

/** Parcels by number with their state, and how often each was held. */
async function depot(count: number, role: Role = 'operator', at?: string, on: 'each' | 'all' = 'each') {
  const { prisma } = await testDatabase();
  const bare = asSystem(await newContext(at ? { at } : {}), 'the test');
  const given = builders(prisma, bare.workspace, bare.now);
  await given.person('Maya', 'UMAYA', [role]);
  await given.person('Omar', 'UOMAR', ['operator']);
  await given.person('Lena', 'ULENA', ['lead']);
  const states = new Map(Array.from({ length: count }, (_, i) => [String(i + 1), 'ready']));
  const held: string[] = [];
  const hooks = { beforeAct: async (_ref: string): Promise<void> => {} };
  const parcel = (ref: string) => ({
    ref,
    label: `Parcel ${ref}`,
    seen: states.get(ref) ?? 'gone',
  });
  const told = {
    permission: holdParcels,
    tell: (what: string, { days }: { readonly days: number }) => ({
      asks: `hold ${what} for ${days} days`,
      ended: `Held ${what} for ${days} days`,
    }),
  };
  const page = query({
    name: 'parcels.page',
    permission: seeParcels,
    input: listPageShape(filter, z.int()),
    run: async (_, { after, limit }) =>
      [...states.keys()]
        .map(Number)
        .filter((n) => n > (after ?? 0))
        .slice(0, limit),
  });
  const feature = defineFeature({
    name: 'parcels',
    title: 'Parcels',
    permissions: [seeParcels, holdParcels],
    operations: [],
    lists: [
      lists(parcels, {
        page,
        placeOf: (n) => n,
        columns: { Number: (n) => n },
        select: (n) => parcel(String(n)),
      }),
    ],
    bulks: [
      {
        label: 'Hold',
        press: holdPress,
        ...(on === 'each'
          ? actsOnEach(holdAll, {
              ...told,
              look: async (_, ref) => (states.has(ref) ? parcel(ref) : null),
              act: async (_, ref) => {
                await hooks.beforeAct(ref);
                held.push(ref);
              },
            })
          : actsOnAll(holdAll, {
              ...told,
              look: async (_, refs) =>
                new Map(refs.flatMap((ref) => (states.has(ref) ? [[ref, parcel(ref)]] : []))),
              async act(_, { refs }) {
                await hooks.beforeAct(refs.join(' '));
                held.push(refs.join(' '));
                return { issue: null, before: new Map([['1', 'Omar held it.']]) };
              },
            })),
      },
    ],
  });
  const queued: string[] = [];
  const ctx: Context = {
    ...bare,
    engine: {
      ...bare.engine,
      contributions: contributionsOf([...features, feature]),
      queue: async (_, jobs) => void queued.push(...jobs.map(({ data }) => String(data.run))),
    },
  };
  const as = async (user: string) => await asPerson(ctx, user);
  const select = async () => await selectAll.call(await as('UMAYA'), parcels.of({}));
  const start = async (selection: string, user = 'UMAYA') =>
    await startBulk.call(await as(user), { selection, ...holdAll.with({ days: 3 }) });
  const work = async () => await runBulk.work(ctx, { run: queued[0] });
  const ended = async () => await getEnded.call(ctx, { id: queued[0] ?? '' });
  return { ctx, prisma, states, held, hooks, queued, as, select, start, work, ended };
}

test('many rows wait for one yes, which freezes them; then each is acted on once', async () => {
  const { ctx, as, states, held, select, start, work, ended } = await depot(120);
  const selected = await select();
  expect(selected).toMatchObject({ count: 120, one: 'parcel' });
  const asked = await start(selected.id);
  expect(asked).toMatchObject({ state: 'waiting' });
  // The second press finds it waiting.
  expect(await start(selected.id)).toMatchObject({ id: asked.id, state: 'waiting' });
  states.set('121', 'ready');
  await vote.call(await as('ULENA'), { id: asked.id, round: 1, choice: 'approve' });
  await runApproved.call(ctx, { id: asked.id });
  await work();
  expect(held).toHaveLength(120);
  expect(await ended()).toMatchObject({ ended: 'Held 120 parcels for 3 days', tally: { done: 120 } });
});

test('few rows need no yes, and whoever began it is told of the end once', async () => {
  const few = await depot(3);
  const { prisma } = few;
  const { id } = await few.select();
  expect(await few.start(id)).toMatchObject({
    state: 'done',
    said: expect.stringContaining('It has begun: hold 3 parcels'),
  });
  await few.work();
  await few.work();
  expect(few.held).toEqual(['1', '2', '3']);
  expect(await few.ended()).toMatchObject({
    ended: 'Held 3 parcels for 3 days',
    tally: { done: 3 },
    skipped: [],
    run: { state: 'ended' },
  });
  const told = await prisma.message.findMany({
    where: { workspaceId: few.ctx.workspace.id, kind: 'bulk.ended' },
  });
  expect(told).toMatchObject([{ place: 'UMAYA' }]);
});

test('what changed since it was selected, is gone, is refused or breaks is left alone, and each says why', async () => {
  const { states, held, hooks, select, start, work, ended, as, queued } = await depot(7);
  const { id } = await select();
  states.set('2', 'sent');
  states.delete('3');
  states.set('8', 'ready');
  hooks.beforeAct = async (ref) => {
    if (ref === '4') throw new Refusal('conflict', 'It is on the van.', { next: 'Call the driver.' });
    if (ref === '5') throw new Error('a bug');
  };
  await start(id);
  loggedErrors();
  await work();
  expect(held).toEqual(['1', '6', '7']);
  const end = await ended();
  expect(end?.ended).toBe('Held 3 of 7 parcels for 3 days');
  expect(end?.tally).toEqual({ done: 3, changed: 2, refused: 1, failed: 1 });
  expect(end?.skipped.map(({ ordinal, outcome, said }) => [ordinal, outcome, said])).toEqual([
    [2, 'changed', 'Selected as “ready”, now “sent”.'],
    [3, 'changed', 'It is gone.'],
    [4, 'refused', 'It is on the van. Call the driver.'],
    [5, 'failed', 'Something broke on our side. Reference: test.'],
  ]);
  const wanted = { filter: { run: queued[0] ?? '' }, after: null, limit: 10 };
  expect(await resultPage.call(await as('UMAYA'), wanted)).toHaveLength(7);
  await expect(resultPage.call(await as('UOMAR'), wanted)).rejects.toThrow('for whoever began it');
});

test('a run whose process died goes on where it was, and two processes at one run act once on each row', async () => {
  const { held, hooks, select, start, work, ctx, queued } = await depot(40);
  const { id } = await select();
  await start(id);
  hooks.beforeAct = async (ref) => {
    if (ref === '11') throw new Error('killed');
  };
  const dying = {
    ...ctx,
    engine: { ...ctx.engine, database: { ...ctx.engine.database, trouble: () => 'unreachable' as const } },
  };
  await expect(runBulk.work(dying as unknown as Context, { run: queued[0] })).rejects.toThrow();
  expect(held).toHaveLength(10);
  hooks.beforeAct = async () => {};
  // A long run hands its rest to a new job.
  await goOn.call(ctx, { run: queued[0] ?? '' });
  expect(queued).toEqual([queued[0], queued[0]]);
  await Promise.all([work(), work()]);
  expect(held.toSorted((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 40 }, (_, i) => String(i + 1)),
  );
});

test('a selection is its person’s, good for one act and for a day', async () => {
  const { select, start, queued, ctx, states, prisma } = await depot(2);
  const { id } = await select();
  await expect(start(id, 'UOMAR')).rejects.toThrow('Somebody else selected these');
  const both = await Promise.allSettled([start(id), start(id)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(queued).toHaveLength(1);
  await expect(start(id)).rejects.toThrow('each is good for once');
  const old = await select();
  await prisma.selection.updateMany({
    where: { workspaceId: ctx.workspace.id, id: old.id },
    data: { expiresAt: ctx.now },
  });
  await expect(start(old.id)).rejects.toThrow('more than a day old');
  states.clear();
  await expect(select()).rejects.toThrow('The list is empty by now.');
});

test('a person without the right cannot begin it; one who lost it on the way does nothing further', async () => {
  await expect((await depot(2, 'viewer')).select()).rejects.toThrow('You may not act on many things at once');
  const { select, start, work, ended, held, ctx, prisma } = await depot(2);
  const { id } = await select();
  await start(id);
  await prisma.person.updateMany({ where: { workspaceId: ctx.workspace.id }, data: { roles: ['viewer'] } });
  await work();
  expect(held).toEqual([]);
  expect((await ended())?.tally).toEqual({ refused: 2 });
  const gone = await depot(2);
  await gone.start((await gone.select()).id);
  await gone.prisma.member.updateMany({
    where: { workspaceId: gone.ctx.workspace.id },
    data: { deactivated: true },
  });
  await gone.work();
  expect(await gone.ended()).toMatchObject({ run: { state: 'stopped' }, tally: {} });
});

test('what is done about all rows together is done once, needs no yes for many, and says which were left out', async () => {
  const { states, held, select, start, work, ended } = await depot(120, 'operator', undefined, 'all');
  const { id } = await select();
  states.set('2', 'sent');
  states.delete('3');
  expect(await start(id)).toMatchObject({ state: 'done' });
  await Promise.all([work(), work()]);
  await work();
  expect(held.map((refs) => refs.split(' ').length)).toEqual([118]);
  const end = await ended();
  expect(end).toMatchObject({
    ended: 'Held 117 of 120 parcels for 3 days',
    tally: { done: 117, already: 1, changed: 2 },
    run: { state: 'ended' },
  });
  expect(end?.skipped.map(({ ordinal, said }) => [ordinal, said])).toEqual([
    [1, 'Omar held it.'],
    [2, 'Selected as “ready”, now “sent”.'],
    [3, 'It is gone.'],
  ]);
});

test('where it cannot be done about all together nothing is done, and it says why; without the database it waits', async () => {
  const refused = await depot(3, 'operator', undefined, 'all');
  await refused.start((await refused.select()).id);
  refused.hooks.beforeAct = async () => {
    throw new Refusal('conflict', 'The van has left.', { next: 'Call the driver.' });
  };
  await refused.work();
  expect(await refused.ended()).toMatchObject({
    run: { state: 'stopped', reason: 'The van has left. Call the driver.' },
    tally: {},
  });
  const broken = await depot(3, 'operator', undefined, 'all');
  await broken.start((await broken.select()).id);
  broken.hooks.beforeAct = async () => {
    throw new Error('a bug');
  };
  const { engine } = broken.ctx;
  const dying = {
    ...broken.ctx,
    engine: { ...engine, database: { ...engine.database, trouble: () => 'unreachable' as const } },
  };
  await expect(runBulk.work(dying as unknown as Context, { run: broken.queued[0] })).rejects.toThrow();
  expect(await broken.ended()).toMatchObject({ run: { state: 'running' } });
  loggedErrors();
  await broken.work();
  expect(await broken.ended()).toMatchObject({
    run: { state: 'stopped', reason: 'Something broke on our side. Reference: test.' },
    tally: {},
  });
  const lost = await depot(3, 'operator', undefined, 'all');
  await lost.start((await lost.select()).id);
  await lost.prisma.person.updateMany({
    where: { workspaceId: lost.ctx.workspace.id },
    data: { roles: ['viewer'] },
  });
  await lost.work();
  expect(lost.held).toEqual([]);
  expect(await lost.ended()).toMatchObject({ run: { state: 'stopped' }, tally: {} });
});

test('when nothing of a list is as it was selected, nothing is done about it', async () => {
  const { states, held, select, start, work, ended } = await depot(2, 'operator', undefined, 'all');
  const { id } = await select();
  for (const ref of ['1', '2']) states.set(ref, 'sent');
  await start(id);
  await work();
  expect(held).toEqual([]);
  expect(await ended()).toMatchObject({ tally: { changed: 2 }, run: { state: 'ended' } });
});

test('old selections are forgotten with their results', async () => {
  const { select, start, work, ctx, prisma, queued } = await depot(2, 'operator', '2026-01-01T08:00:00Z');
  await start((await select()).id);
  await work();
  const later = { ...ctx, now: new Date('2026-06-01T08:00:00Z') };
  expect(await tidySelections.call(later, {})).toBe(false);
  const { id: workspaceId } = ctx.workspace;
  expect(await prisma.selection.count({ where: { workspaceId } })).toBe(0);
  expect(await prisma.bulkResult.count({ where: { workspaceId, runId: queued[0] ?? '' } })).toBe(0);
});
