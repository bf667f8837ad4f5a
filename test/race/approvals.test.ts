import { expect, test } from 'vitest';
import type { Builders } from '../harness/builders.ts';
import { expiry } from './approvals.ts';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

/** Maya's request to write off 30 of 40 mugs needs one yes. */
async function waiting(given: Builders): Promise<void> {
  const requesterId = await given.person('maya', 'UMAYA', ['operator']);
  const locationId = await given.location({ code: 'HAM', name: 'Hamburg' });
  const skuId = await given.sku('MUG-01');
  await given.stock(skuId, locationId, 40);
  await given.approval({
    kind: 'stock.adjustment',
    requesterId,
    subject: skuId,
    request: { skuId, locationId, quantity: -30, cause: 'lost' },
    facts: {
      code: 'MUG-01',
      title: 'Title of MUG-01',
      location: 'Hamburg',
      locationCode: 'HAM',
      available: 40,
      damaged: 0,
      availableInAll: 40,
      recentUnits: 0,
      unitCost: null,
      currency: 'EUR',
    },
    stages: [{ needs: 1, of: { role: 'manager', department: null, people: [] } }],
  });
}

test('two simultaneous approvals make one decision and one effect, and the loser is told who was first', async () => {
  const rounds = 1_000;
  await using db = await prepared(rounds, ['manager'], waiting);
  const results = await race(db.url, 'approve', rounds);
  const outcomes = pairs(results).map((pair) => pair.replace(/ (at|on) [^.]+\./, '.'));
  const lost = (who: string) => `${who} approved it.`;
  expect(
    outcomes.filter(
      (outcome) => outcome !== `approved / ${lost('one')}` && outcome !== `approved / ${lost('two')}`,
    ),
  ).toEqual([]);
  const { prisma } = db;
  expect(await prisma.approval.count({ where: { state: 'done', round: 1 } })).toBe(rounds);
  expect(await prisma.approvalVote.count()).toBe(rounds);
  expect(await prisma.approvalEffect.count()).toBe(rounds);
  expect(await prisma.ledgerEntry.count({ where: { cause: 'adjustment' } })).toBe(rounds);
  expect(await prisma.level.count({ where: { bucket: 'available', quantity: 10 } })).toBe(rounds);
}, 900_000);

test('of a yes and a simultaneous no, withdrawal or expiry one counts; no effect runs unapproved', async () => {
  const rounds = 200;
  await using db = await prepared(rounds, ['manager'], waiting);
  await db.prisma.approval.updateMany({ data: { expiresAt: new Date(expiry) } });
  const results = await race(db.url, 'decide', rounds);
  const lost = /^((one|two|maya) (approved|rejected|withdrew) it |It expired |somebody decided it before$)/;
  const firsts = pairs(results).map((pair) => pair.split(' / ').filter((outcome) => !lost.test(outcome)));
  expect(firsts.filter((first) => first.length !== 1)).toEqual([]);
  const { prisma } = db;
  const done = await prisma.approval.count({ where: { state: 'done' } });
  expect(done).toBe(firsts.filter(([first]) => first === 'approved').length);
  expect(await prisma.approvalEffect.count()).toBe(done);
  expect(await prisma.ledgerEntry.count({ where: { cause: 'adjustment' } })).toBe(done);
  expect(
    await prisma.approval.count({ where: { state: { in: ['rejected', 'withdrawn', 'expired'] } } }),
  ).toBe(rounds - done);
});

test('two requests at the same moment add up, whichever clock is ahead: never both pass without a yes', async () => {
  const rounds = 50;
  await using db = await prepared(rounds, ['manager'], async (given) => {
    await given.person('maya', 'UMAYA', ['operator']);
    const locationId = await given.location({ code: 'HAM', name: 'Hamburg' });
    const skuId = await given.sku('MUG-01', { unitCost: 500n });
    await given.stock(skuId, locationId, 40);
  });
  // Five units a day pass without a yes: 4 or 3 alone, but not both.
  const results = await race(db.url, 'ask', rounds);
  expect(pairs(results).filter((pair) => pair !== 'done / waiting')).toEqual([]);
  expect(await db.prisma.approvalEffect.count()).toBe(rounds);
}, 300_000);
