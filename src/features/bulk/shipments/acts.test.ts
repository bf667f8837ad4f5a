import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { scanned, tells } from '../../../../test/harness/shipment-story.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import type { AskedBulk } from '../../../core/tokens/bulk.ts';
import { getIssue } from '../../issues/index.ts';
import { showLink } from '../../issues/links/show-link.ts';
import { asPerson } from '../../people/index.ts';
import { tellService } from '../../shipments/acting/tell-service.ts';
import { listExport, raiseTogether, tellServiceTogether, tellShipments } from '../../shipments/index.ts';
import { getEnded } from '../results.ts';
import { selectAll } from '../select.ts';
import { startBulk } from '../start.ts';
import { runBulk } from '../work.ts';
import { raiseOne, tellServices } from './acts.ts';

const { prisma } = await testDatabase();
const late = { show: 'late', of: null, cause: null, fault: null } as const;

/** So many late parcels of a carrier, and people who act on them. */
async function depot(parcels: number, carrier = 'DHL') {
  const bare = asSystem(await newContext({ at: '2026-03-05T08:00:00Z' }), 'the test');
  const given = builders(prisma, bare.workspace, bare.now);
  await given.person('Lena', 'ULENA', ['lead']);
  await given.person('Ada', 'UADA', ['lead']);
  await given.person('Omar', 'UOMAR', ['operator']);
  await given.person('Vic', 'UVIC', ['viewer']);
  const promise = { kind: 'date', on: '2026-03-04' } as const;
  const first = tells([scanned('2026-03-03 15:00', 'in_transit')], {
    tracking: 'C0',
    about: { carrier, promise },
  });
  await tellShipments.call(bare, { statements: [first] });
  const { id: workspaceId } = bare.workspace;
  await prisma.$executeRaw`
    INSERT INTO shipment
    SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'tracking', 'C' || n))).*
    FROM shipment s, generate_series(1, ${parcels - 1}::int) n WHERE s.workspace_id = ${workspaceId}::uuid`;
  const queued: string[] = [];
  const ctx: Context = {
    ...bare,
    engine: {
      ...bare.engine,
      queue: async (_, jobs) => void queued.push(...jobs.map(({ data }) => String(data.run))),
    },
  };
  const as = async (user: string) => await asPerson(ctx, user);
  /** Begins it, and gives back what does its work and what came of it. */
  const begins = async (user: string, asked: AskedBulk) => {
    const { id } = await selectAll.call(await as(user), listExport.of(late));
    await startBulk.call(await as(user), { selection: id, ...asked });
    const run = queued.at(-1) ?? '';
    return {
      works: async () => await runBulk.work(ctx, { run }),
      ended: async () => await getEnded.call(ctx, { id: run }),
    };
  };
  const issues = async () =>
    await prisma.issue.findMany({ where: { workspaceId }, include: { links: true } });
  return { ctx, as, begins, issues, workspaceId };
}

test('five thousand parcels are one issue, whose card stays small and whose list has them all', async () => {
  const { as, begins, issues } = await depot(5_000);
  const { works, ended } = await begins('ULENA', raiseOne.with({}));

  await works();
  expect((await ended())?.tally).toEqual({ done: 5_000 });
  const [issue, ...others] = await issues();
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ title: '5,000 parcels late' });
  expect(issue?.links.filter(({ behind }) => behind)).toHaveLength(5_000);
  const lena = await as('ULENA');
  const links = (await getIssue.call(lena, { id: issue?.id ?? '' }))?.links ?? [];
  expect(links.map(({ what, label }) => [what, label])).toEqual([['parcels', '5,000 parcels']]);
  const list = await showLink.call(await as('UVIC'), { what: 'parcels', ref: links[0]?.ref ?? '' });
  expect(list.text).toContain('5,000 parcels raised together: issue #1');
}, 60_000);

test('two who ask at once for the same parcels make one issue, and so does one who asks for a single one', async () => {
  const { as, begins, issues, workspaceId } = await depot(40);
  const [lena, ada] = [
    await begins('ULENA', tellServices.with({})),
    await begins('UADA', tellServices.with({})),
  ];
  const { id } = await prisma.shipment.findFirstOrThrow({ where: { workspaceId, tracking: 'C7' } });
  const vic = await as('UVIC');
  await Promise.all([lena.works(), ada.works(), lena.works(), tellService.call(vic, { id })]);
  const links = (await issues()).flatMap((issue) => issue.links.filter(({ what }) => what === 'shipment'));
  // Each parcel is asked for once, whoever came first.
  expect(links.map(({ ref }) => ref).sort()).toEqual([...new Set(links.map(({ ref }) => ref))].sort());
  expect(links).toHaveLength(40);
  const tallies = [(await lena.ended())?.tally, (await ada.ended())?.tally];
  const done = tallies.reduce((sum, tally) => sum + (tally?.done ?? 0), 0);
  const single = (await issues()).length === 2 ? 1 : 0;
  expect(done).toBe(40 - single);
  expect(tallies.reduce((sum, tally) => sum + (tally?.already ?? 0), 0)).toBe(40 + single);
});

test('whoever may not act on many raises nothing, and says nothing to customer service', async () => {
  const { as, issues, workspaceId } = await depot(2);
  const ids = (await prisma.shipment.findMany({ where: { workspaceId } })).map(({ id }) => id);
  const asked = { list: ids[0] ?? '', filter: late, ids };
  await expect(raiseTogether.call(await as('UVIC'), asked)).rejects.toThrow(
    'You may not raise one issue for many shipments',
  );
  await expect(tellServiceTogether.call(await as('UOMAR'), asked)).rejects.toThrow(
    'You may not ask customer service to tell the customers of many shipments',
  );
  expect(await issues()).toEqual([]);
});

test('names that look like mark-up stay text in the title and in the list', async () => {
  const { as, issues, workspaceId } = await depot(2, `<!channel> *DHL* ${'&<b>'.repeat(15)}`);
  const [{ of } = { of: '' }] = await prisma.$queryRaw<{ of: string }[]>`
    SELECT 'c' || left(md5(upper(carrier_said)), 8) AS of FROM shipment WHERE workspace_id = ${workspaceId}::uuid LIMIT 1`;
  const ids = (await prisma.shipment.findMany({ where: { workspaceId } })).map(({ id }) => id);
  const filter = { ...late, of, cause: 'unknown' } as const;
  await raiseTogether.call(await as('ULENA'), { list: ids[0] ?? '', filter, ids });
  const [issue] = await issues();
  const finding = `2 parcels late, nobody says why, nor by when it had to leave: <!channel> *DHL* ${'&<b>'.repeat(15)}`;
  expect(issue?.title).toBe(finding);
  const list = await showLink.call(await as('UVIC'), { what: 'parcels', ref: ids[0] ?? '' });
  expect(JSON.stringify(list.blocks)).not.toContain('<!channel>');
});
