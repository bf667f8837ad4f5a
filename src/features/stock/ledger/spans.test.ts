import { beforeEach, expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import { type Spell, spellsOf } from '../../../../test/harness/spells.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { nothingPending } from '../../../core/runtime/effects.ts';
import { type Posting, post, state } from './post.ts';

let ctx: Context;
let ham: string;
let sku: string;

const day = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const clock = (at: Date) => at.toISOString().slice(11, 16);

beforeEach(async () => {
  ctx = await newContext({ at: '2026-03-02T20:00:00Z' });
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, ctx.now);
  ham = await given.location({ code: 'HAM', name: 'Hamburg', asOf: null });
  sku = await given.sku('MUG-01');
});

const posting = async (work: (p: Posting) => Promise<unknown>) =>
  await ctx.engine.database.transaction(ctx.workspace.id, async (tx) => {
    await work({ ...ctx, tx, pending: nothingPending() });
  });

async function happens(p: Posting, at: Date, quantity: number, skuId = sku): Promise<void> {
  const by = { kind: 'system', id: 'test' };
  const legs = [{ skuId, locationId: ham, bucket: 'available', quantity } as const];
  await post(p, [{ cause: 'adjustment', reference: null, note: null, by, occurredAt: at, legs }]);
}

async function says(p: Posting, at: Date, quantity: number, skuId = sku): Promise<void> {
  const statement = { skuId, locationId: ham, bucket: 'available', quantity, asOf: at } as const;
  await state(p, [statement], { cause: 'import', reference: null, source: 'test' });
}

async function spells(table: 'stockoutSpan' | 'listedSpan', skuId = sku): Promise<readonly Spell[]> {
  const { prisma } = await testDatabase();
  const where = { workspaceId: ctx.workspace.id, skuId };
  const select = { since: true, until: true } as const;
  return table === 'stockoutSpan'
    ? await prisma.stockoutSpan.findMany({ where, select, orderBy: { since: 'asc' } })
    : await prisma.listedSpan.findMany({ where, select, orderBy: { since: 'asc' } });
}

const told = (some: readonly Spell[]) =>
  some.map(({ since, until }) => `${clock(since)}-${until ? clock(until) : ''}`);

test('it is out of stock from the movement that takes the last unit until the one that brings some', async () => {
  await posting(async (p) => await says(p, day('08:00'), 5));
  await posting(async (p) => await happens(p, day('09:00'), -5));
  expect(told(await spells('stockoutSpan'))).toEqual(['09:00-']);
  await posting(async (p) => await happens(p, day('10:00'), -2));
  await posting(async (p) => await happens(p, day('11:00'), 6));
  await posting(async (p) => await happens(p, day('12:00'), -4));
  expect(told(await spells('stockoutSpan'))).toEqual(['09:00-11:00', '12:00-']);
  expect(told(await spells('listedSpan'))).toEqual(['08:00-']);
});

test('what is told late repairs the spans: one splits, one goes, one begins earlier', async () => {
  await posting(async (p) => await says(p, day('08:00'), 5));
  await posting(async (p) => await says(p, day('10:00'), 0));
  await posting(async (p) => await says(p, day('16:00'), 0));
  expect(told(await spells('stockoutSpan'))).toEqual(['10:00-']);
  await posting(async (p) => await says(p, day('12:00'), 3));
  expect(told(await spells('stockoutSpan'))).toEqual(['10:00-12:00', '16:00-']);
  // An order of 09:00 took all that was left then.
  await posting(async (p) => await happens(p, day('09:00'), -5));
  expect(told(await spells('stockoutSpan'))).toEqual(['09:00-12:00', '16:00-']);
  // The statement of 10:00 is corrected.
  await posting(async (p) => await says(p, day('10:00'), 2));
  expect(told(await spells('stockoutSpan'))).toEqual(['09:00-10:00', '16:00-']);
});

test('a SKU that a file lists with nothing is known from then on, or from an earlier such file', async () => {
  await posting(async (p) => await says(p, day('10:00'), 0));
  expect([told(await spells('listedSpan')), told(await spells('stockoutSpan'))]).toEqual([
    ['10:00-'],
    ['10:00-'],
  ]);
  await posting(async (p) => await says(p, day('08:00'), 0));
  expect([told(await spells('listedSpan')), told(await spells('stockoutSpan'))]).toEqual([
    ['08:00-'],
    ['08:00-'],
  ]);
});

test('other buckets make nothing known, and nothing out of stock', async () => {
  await posting(async (p) => {
    const statement = {
      skuId: sku,
      locationId: ham,
      bucket: 'incoming',
      quantity: 40,
      asOf: day('08:00'),
    } as const;
    await state(p, [statement], { cause: 'import', reference: null, source: 'test' });
  });
  expect([await spells('listedSpan'), await spells('stockoutSpan')]).toEqual([[], []]);
});

test('a product that is no longer listed ends its span, and begins another when it is listed again', async () => {
  await posting(async (p) => await says(p, day('08:00'), 0));
  const on = async (at: string, listed: boolean) => {
    const later = { ...ctx, now: day(at) };
    await importing(later, 'products FILE', `code,title,listed\nMUG-01,Mug,${listed}\n`);
  };
  await on('20:10', false);
  await on('20:15', false);
  await on('20:20', true);
  expect(told(await spells('listedSpan'))).toEqual(['08:00-20:10', '20:20-']);
  // The shelf is empty all the time: nobody can buy while it is not listed, so only the two together count.
  expect(told(await spells('stockoutSpan'))).toEqual(['08:00-']);
  await on('20:30', false);
  const { prisma } = await testDatabase();
  const nyc = await builders(prisma, ctx.workspace, ctx.now).location({
    code: 'NYC',
    name: 'NYC',
    asOf: null,
  });
  await posting(async (p) => {
    const statement = {
      skuId: sku,
      locationId: nyc,
      bucket: 'available',
      quantity: 4,
      asOf: day('20:40'),
    } as const;
    await state(p, [statement], { cause: 'import', reference: null, source: 'test' });
  });
  const there = await prisma.listedSpan.findMany({
    where: { workspaceId: ctx.workspace.id, locationId: nyc },
  });
  expect(told(there)).toEqual(['20:40-20:40']);
});

test('after any entries and statements, in any order, the spans are those that the ledger tells', {
  timeout: 120_000,
}, async () => {
  const { prisma } = await testDatabase();
  const given = builders(prisma, ctx.workspace, ctx.now);
  const chance = chanceFrom(7);
  for (let round = 0; round < 40; round += 1) {
    const skuId = await given.sku(`CUP-${round}`);
    const known: Date[] = [];
    const done: string[] = [];
    await posting(async (p) => {
      for (let step = 0; step < 14; step += 1) {
        // Few moments, so that they meet.
        const at = new Date(day('08:00').getTime() + chance.below(20) * 1_800_000);
        const quantity = chance.below(7) - 3;
        known.push(at);
        done.push(`${clock(at)} ${quantity}`);
        if (chance.below(2) === 0) await happens(p, at, quantity, skuId);
        else await says(p, at, Math.max(0, quantity), skuId);
      }
    });
    const legs = await prisma.ledgerLeg.findMany({
      where: { workspaceId: ctx.workspace.id, skuId, bucket: 'available' },
      select: { occurredAt: true, quantity: true },
    });
    const wanted = spellsOf(
      legs.map(({ occurredAt: at, quantity }) => ({ at, quantity })),
      known,
    );
    expect(told(await spells('stockoutSpan', skuId)), done.join(', ')).toEqual(told(wanted.out));
    expect(told(await spells('listedSpan', skuId)), done.join(', ')).toEqual(told(wanted.listed));
  }
});
