import { expect, test, vi } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { askingOf, type Mentioner, mentionsOf } from '../../../core/declare/mention.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { contributionsOf } from '../../../core/runtime/contributions.ts';
import { definePermission } from '../../../core/tokens/permission.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { features } from '../../index.ts';
import { businessDay } from '../card/demand-rules.ts';
import { findExactly } from '../card/store.ts';
import { lookUp } from './look-up.ts';

const look = definePermission({ key: 'test.look', to: 'look', atLeast: 'viewer' });
const broken: Mentioner = {
  permission: look,
  has: () => Prisma.sql`EXISTS (SELECT 1 FROM payout)`,
  tells: () => Prisma.sql`(SELECT to_json(p) FROM payout p)`,
  draw: () => null,
};

// What is known of broken parts is read once in five minutes, and not counted here.
const unnoted = { failed: async () => 'QM-TEST01', worked: async () => {} };

/** Two SKUs; an issue and a waiting approval are about the second. */
async function shop() {
  const ctx = await newContext({ role: 'viewer' });
  const { prisma } = await testDatabase();
  const build = builders(prisma, ctx.workspace, ctx.now);
  await build.sku('MUG-01');
  const lamp = await build.sku('LAMP-02');
  const issueId = await build.issue('The lamp flickers');
  const { id: workspaceId } = ctx.workspace;
  await prisma.issueLink.create({ data: { workspaceId, issueId, what: 'sku', ref: lamp, label: 'LAMP-02' } });
  const requesterId = await build.person('Maya', 'U0MAYA0001', ['operator']);
  await build.approval({
    kind: 'gone.kind',
    requesterId,
    subject: lamp,
    request: {},
    facts: {},
    stages: [{ needs: 1, of: { role: 'lead', department: null, people: [] } }],
  });
  return { ...ctx, engine: { ...ctx.engine, failures: unnoted } };
}

/** The lines on the card of a code, and how many statements the look-up took. */
async function look1(ctx: Context, code: string) {
  const { pool } = await testDatabase();
  const asked = vi.spyOn(pool, 'query');
  try {
    const found = await lookUp.call(ctx, { text: code, words: [code] });
    if (found.found !== 'one') throw new Error(`${code}: ${found.found}`);
    const mentions = await mentionsOf(ctx, 'sku', [found.card]);
    const lines = (mentions.get(found.card.id) ?? []).map(({ line }) => line);
    return { statements: asked.mock.calls.length, lines };
  } finally {
    asked.mockRestore();
  }
}

test('a SKU that nothing touches is one statement, one with lines is two', async () => {
  const ctx = await shop();
  expect(await look1(ctx, 'MUG-01')).toEqual({ statements: 1, lines: [] });
  expect(await look1(ctx, 'LAMP-02')).toEqual({
    statements: 2,
    lines: [
      'Open issue: #1 The lamp flickers (High, nobody yet)',
      'Pending: Maya asks to do what nothing here knows any more (gone.kind) (approval 1)',
    ],
  });
});

test('a broken feature costs a card neither its numbers nor the lines of the others', async () => {
  const shopCtx = await shop();
  const payouts = { name: 'payouts', title: 'Payouts', mentions: [broken] };
  const contributions = contributionsOf([...features, payouts]);
  const failed: string[] = [];
  const failures = {
    ...unnoted,
    failed: async (_: Context, part: string) => {
      failed.push(part);
      return 'QM-TEST01';
    },
  };
  const ctx = { ...shopCtx, engine: { ...shopCtx.engine, contributions, failures } };
  const { lines } = await look1(ctx, 'LAMP-02');
  expect(lines).toEqual([
    expect.stringContaining('Open issue: #1'),
    expect.stringContaining('Pending: Maya'),
    'Payouts could not be read (ref QM-TEST01)',
  ]);
  expect(failed).toEqual(['payouts.mentions.1']);
  // The statement that failed is not tried with every look-up: one for the card, one together, six alone.
  expect((await look1(ctx, 'LAMP-02')).statements).toBe(8);
});

test('a card that is found without asking the features is not taken for one without lines', async () => {
  const ctx = await shop();
  const scope = ctx.engine.database.scope(ctx.workspace.id);
  const today = businessDay(ctx);
  // Both wait for the same statement.
  const [asked, unasked] = await Promise.all([
    findExactly(scope, { text: 'LAMP-02', today, asking: askingOf(ctx) }),
    findExactly(scope, { text: 'LAMP-02', today }),
  ]);
  // Issues and approvals; no order waits for it, parcels tell of orders alone, and carriers of locations.
  expect(asked[0]?.touchedBy).toBe('00011');
  expect(unasked[0]).not.toHaveProperty('touchedBy');
  const mentions = await mentionsOf(ctx, 'sku', unasked);
  expect([...mentions.values()].flat()).toHaveLength(2);
});
