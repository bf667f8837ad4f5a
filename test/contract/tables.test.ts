import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { features } from '../../src/features/index.ts';
import { type SourceFile, sourceFiles } from './source.ts';
import { type Exception, tableFaults, tablesOf } from './table-rules.ts';

const names = 'a card shows people by name: one statement reads it whole, and people owns what is written';
const watched = 'it shows and tidies what the house keeps, which has no permissions of its own';

/** Exceptions, with their reasons. */
const exceptions: readonly Exception[] = [
  { who: 'cases', tables: ['person', 'member'], because: names },
  { who: 'issues', tables: ['person', 'member'], because: names },
  { who: 'approvals', tables: ['person'], because: names },
  { who: 'watches', tables: ['person'], because: names },
  { who: 'kpis', tables: ['person'], because: names },
  {
    who: 'stock',
    tables: ['sku_day', 'order'],
    because:
      'how fast a SKU sells, since the first order, is part of its card, which is one statement on the hot path (decision 007)',
  },
  {
    who: 'stock',
    tables: ['location'],
    because: 'a level stands at a location: its card, its import and its corrections read them together',
  },
  {
    who: 'stock',
    tables: ['feed'],
    because:
      'how fresh its levels and its demand are is part of its card, which is one statement on the hot path',
  },
  {
    who: 'locations',
    tables: ['sku'],
    because: 'a supplier is a column of products; stock stands on approvals, which asks for suppliers',
  },
  {
    who: 'jobs',
    tables: ['message', 'silence', 'slot', 'schedule', 'due_work', 'work', 'inbound_event'],
    because: watched,
  },
  {
    who: 'sources',
    tables: ['work'],
    because:
      'a delivery is acknowledged once it and the work of handling it are committed, hundreds a second: one statement writes both (decision 041)',
  },
  {
    who: 'orders',
    tables: ['work'],
    because:
      'what waits to fold an order again is dropped by how long that order is closed: one join (decision 039)',
  },
  {
    who: 'kpis',
    tables: ['fact_change'],
    because:
      'whoever keeps the facts reads what was noted, and takes it off the list in the same transaction (decision 028)',
  },
  {
    who: 'house',
    tables: ['fact_generation', 'fact_fault'],
    because:
      'where there is anything to do, in work or facts, is one statement for the drain, twenty times a minute',
  },
  {
    who: 'orders',
    tables: ['location'],
    because:
      'the day on which an order is due ends where it leaves: facts of hundreds of orders are one statement',
  },
  {
    who: 'shipments',
    tables: ['carrier', 'carrier_service'],
    because: 'a figure is split by what we call a carrier: facts of hundreds of parcels are one statement',
  },
  { who: 'jobs', tables: ['workspace'], because: 'looks whether the queues are there yet, in its workspace' },
  { who: 'messages', tables: ['message'], because: watched },
  {
    who: 'people',
    tables: ['workspace'],
    because: 'its row is the lock under which the first admin is made and the last one kept',
  },
];

const schema = readdirSync('prisma/schema').map((file) => ({
  path: `prisma/schema/${file}`,
  text: readFileSync(`prisma/schema/${file}`, 'utf8'),
}));
const tables = tablesOf(schema);

test('only its owner touches a table, but for the exceptions', () => {
  expect(tableFaults(sourceFiles('src'), tables, exceptions)).toEqual([]);
});

test('every table has an owner that exists', () => {
  const known = ['house', ...features.map(({ name }) => name)];
  const stray = tables.filter(({ owner }) => !known.includes(owner));
  expect(
    stray.map(
      ({ name, owner }) => `${name}: there is no feature ${owner}; say in table-rules.ts whose it is`,
    ),
  ).toEqual([]);
  expect(tables.length).toBeGreaterThan(20);
});

test.each([
  ['joins it', 'SELECT 1 FROM shipment s JOIN person p ON true', 'person of people'],
  ['lists it behind a comma', 'SELECT 1 FROM shipment s, "order" o WHERE true', 'order of orders'],
  ['writes it', 'INSERT INTO issue (id) VALUES (1)', 'issue of issues'],
  ['changes it', 'UPDATE level SET quantity = 1', 'level of stock'],
])('a feature that %s is caught', (_, sql, whose) => {
  const file = { path: 'src/features/shipments/store.ts', text: `reads(scope).$queryRaw\`${sql}\`` };
  expect(tableFaults([file], tables, [])).toEqual([
    expect.stringContaining(`${file.path} touches the table ${whose}: go by its door`),
  ]);
});

test("Prisma's calls are caught too, and so is an unused exception", () => {
  const file: SourceFile = {
    path: 'src/features/shipments/store.ts',
    text: 'await reads(scope).auditEntry.findMany({}); // FROM issue',
  };
  const because = 'once there was a reason';
  expect(tableFaults([file], tables, [{ who: 'shipments', tables: ['audit_entry'], because }])).toEqual([]);
  expect(tableFaults([file], tables, [{ who: 'shipments', tables: ['issue'], because }])).toEqual([
    expect.stringContaining('audit_entry of house'),
    'shipments does not touch issue any more: take the exception out',
  ]);
});
