import { expect, test } from 'vitest';
import { z } from 'zod';
import { newContext, testDatabase } from '../../../test/harness/database.ts';
import { importing } from '../../../test/harness/import.ts';
import { moneyOf, textOf } from '../tokens/import-row.ts';
import { defineNotification } from '../tokens/notification.ts';
import { definePermission } from '../tokens/permission.ts';
import { simpleImport } from './simple-import.ts';

interface Tariff {
  readonly lane: string;
  readonly priceMinor: bigint;
}

const told = defineNotification({
  id: 'tariffs.changed',
  priority: 'status',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  facts: z.object({}),
});

/** A kind over a map, in two dozen lines. */
function tariffs(shelf: Map<string, Tariff>) {
  return simpleImport<Tariff>({
    name: 'tariffs',
    summary: 'what a lane costs',
    permission: definePermission({ key: 'tariffs.import', to: 'import tariffs', atLeast: 'admin' }),
    after: [],
    key: ['lane'],
    fields: [
      { name: 'lane', required: true, type: 'text', summary: 'from and to' },
      { name: 'price', required: true, type: 'money', summary: 'of one parcel' },
    ],
    read: (row) => ({ lane: textOf(row, 'lane') ?? '', priceMinor: moneyOf(row, 'price')?.minor ?? 0n }),
    existing: async (_, keys) => new Map([...shelf].filter(([key]) => keys.includes(key))),
    same: (a, b) => a.priceMinor === b.priceMinor,
    tell: ({ priceMinor }) => ({ priceMinor: String(priceMinor) }),
    async write(_, things) {
      for (const { key, after } of things) shelf.set(key, after);
      return { notifications: things.map(({ key }) => told.about(key, 'U0ADA00001', {})) };
    },
    analyze: async () => {},
  });
}

test('the effects of an import are audited and announced like any other change, in the transaction of its batch', async () => {
  const { prisma } = await testDatabase();
  const ctx = await newContext();
  const shelf = new Map([['HAM-ROT', { lane: 'HAM-ROT', priceMinor: 400n }]]);
  const file = 'lane,price\nham-rot,4.50\nHAM-PAR,5.00\nHAM-PAR,5.00';
  const report = await importing(ctx, 'tariffs FILE --decimal point', file, 'tariffs.csv', [tariffs(shelf)]);
  expect(report.kinds[0]?.counts).toEqual({ added: 1, changed: 1, unchanged: 0, skipped: 1 });
  const where = { workspaceId: ctx.workspace.id };
  const audit = await prisma.auditEntry.findMany({ where, orderBy: { subjectKind: 'asc' } });
  expect(audit).toMatchObject([
    { operation: 'import.tariffs', subjectKind: 'import', after: { lines: '2–4', added: 1, changed: 1 } },
    {
      operation: 'import.tariffs',
      subjectKind: 'tariffs',
      subjectId: 'HAM-ROT',
      before: { priceMinor: '400' },
      after: { priceMinor: '450' },
    },
  ]);
  const messages = await prisma.message.findMany({ where, orderBy: { subject: 'asc' } });
  expect(messages.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
    'tariffs.changed HAM-PAR',
    'tariffs.changed HAM-ROT',
  ]);
});
