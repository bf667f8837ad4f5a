import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { type Chance, chanceFrom } from '../../../../test/harness/chance.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import { jobGround } from '../../../../test/harness/jobs.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { keepDrain } from '../../../jobs/drain/drain.ts';
import { giveDate } from '../dating/give.ts';
import { tellPurchaseLines } from '../index.ts';
import type { LineSaid } from '../line/model.ts';

const { prisma } = await testDatabase();

/** The same workspace, as an operator asks. */
async function mayaOf(ctx: Context): Promise<Context> {
  const slackUserId = `U0${ctx.workspace.id.slice(-9).toUpperCase()}`;
  const id = await builders(prisma, ctx.workspace, ctx.now).person('Maya', slackUserId, ['operator']);
  const more = {
    slackUserId,
    slackAdmin: false,
    departments: [],
    roles: ['operator' as const],
    timeZone: 'Europe/Berlin',
  };
  return { ...ctx, actor: { kind: 'person', id, name: 'Maya', ...more } };
}

/** What stock expects, and what the lines say that it may: the same, always. */
async function both({ workspace }: Context) {
  const where = { workspaceId: workspace.id };
  const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? 'no day';
  const lines = await prisma.purchaseLine.findMany({ where: { ...where, open: true, skuId: { not: null } } });
  const receipts = await prisma.expectedReceipt.findMany({ where });
  return {
    said: lines
      .map((l) => `${l.id} ${l.skuId} ${l.supplier} ${l.ordered - l.received} ${day(l.expectedOn)}`)
      .toSorted(),
    expected: receipts
      .map((r) => `${r.id} ${r.skuId} ${r.sender} ${r.quantity - r.received} ${day(r.expectedOn)}`)
      .toSorted(),
  };
}

const any = <One>(chance: Chance, ...of: readonly One[]): One => of[chance.below(of.length)] as One;

function someLine(chance: Chance, now: Date): LineSaid {
  const deliveredOn = any(chance, null, null, null, '2026-11-26');
  return {
    source: any(chance, 'erp', 'scms'),
    po: any(chance, '1', '2'),
    line: any(chance, '1', '2', '3'),
    saidAt: new Date(now.getTime() - chance.below(50) * 60_000),
    supplier: any(chance, 'Acme', 'Beta', null),
    code: any(chance, 'MUG-01', 'CUP-02', 'LATE-1', 'LATE-2', null),
    ordered: any(chance, 0, 10, 40),
    received: any(chance, 0, 0, 10),
    promisedOn: any(chance, null, '2026-12-01', '2026-12-05', '2026-11-20'),
    deliveredOn,
    cancelled: any(chance, false, false, false, true),
  };
}

test('whatever is told, dated and linked, in any order, stock expects what the open lines say', async () => {
  const chance = chanceFrom(46);
  const at = '2026-11-27T09:00:00Z';
  const { ground, workspace } = await jobGround({}, at);
  const base = await newContext({ at, workspace });
  const given = builders(prisma, workspace, base.now);
  await given.sku('MUG-01');
  await given.sku('CUP-02');
  const maya = await mayaOf(base);
  const late = ['LATE-1', 'LATE-2'];
  for (let step = 0; step < 60; step += 1) {
    const what = chance.below(10);
    if (what < 7) {
      const statements = Array.from({ length: 1 + chance.below(5) }, () => someLine(chance, base.now));
      await tellPurchaseLines.call(asSystem(base, 'test'), { statements });
    } else if (what < 9) {
      const open = await prisma.purchaseLine.findMany({
        where: { workspaceId: workspace.id, open: true },
        orderBy: { lineKey: 'asc' },
      });
      const line = open[chance.below(Math.max(open.length, 1))];
      const on = any(chance, '2026-11-27', '2026-12-11', '2026-12-05');
      if (line) await giveDate.call(maya, { id: line.id, on, reason: 'other', note: null });
    } else {
      const code = late.shift();
      if (code) await importing(base, 'products FILE', `code\n${code}\n`);
      await keepDrain(ground, prisma).drain(workspace.id);
    }
    const { said, expected } = await both(base);
    expect(expected, `after step ${step}`).toEqual(said);
  }
  expect((await both(base)).said.length).toBeGreaterThan(0);
});

test('a new date and a file that tells of the same line at once end in one of two orders, and stock agrees', async () => {
  const ctx = await newContext({ at: '2026-11-27T09:00:00Z' });
  const given = builders(prisma, ctx.workspace, ctx.now);
  await given.sku('MUG-01');
  const maya = await mayaOf(ctx);
  const says = (line: number, more: Partial<LineSaid>): LineSaid => ({
    source: 'erp',
    po: '1',
    line: String(line),
    saidAt: ctx.now,
    code: 'MUG-01',
    ordered: 40,
    promisedOn: '2026-12-03',
    ...more,
  });
  const numbers = Array.from({ length: 8 }, (_, n) => n);
  const tells = async (more: Partial<LineSaid>) =>
    await tellPurchaseLines.call(asSystem(ctx, 'test'), { statements: numbers.map((n) => says(n, more)) });
  const told = await tells({});
  await Promise.all([
    tells({ promisedOn: '2026-12-10' }),
    ...told.map(
      async ({ id }) => await giveDate.call(maya, { id, on: '2026-12-11', reason: 'other', note: null }),
    ),
  ]);
  const { said, expected } = await both(ctx);
  expect(expected).toEqual(said);
  expect(said).toHaveLength(8);
  const history = await prisma.purchasePromise.groupBy({
    by: ['lineId'],
    where: { workspaceId: ctx.workspace.id },
    _count: true,
  });
  expect(history.map(({ _count }) => _count)).toEqual(Array.from({ length: 8 }, () => 2));
});
