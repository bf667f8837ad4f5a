import { expect, test } from 'vitest';
import { sourceFiles } from './source.ts';
import { foreignWrites, type Written } from './writer-rules.ts';

const keeping = 'src/features/orders/keeping/';
/** What a fold makes of statements. */
const folded: Written = {
  tables: [
    'order',
    'order_statement',
    'order_milestone',
    'order_hold',
    'order_promise',
    'fulfilment',
    'fulfilment_line',
    'refund',
    'refund_line',
  ],
  by: keeping,
  instead: 'tell of orders/keeping, or tellOrders of its door',
};
const lines: Written = {
  tables: ['order_line'],
  by: `${keeping}line-store.ts`,
  instead: 'writeLines of orders/keeping, which moves demand along',
};
const days: Written = {
  tables: ['sku_day'],
  by: 'src/features/orders/demand/',
  instead: 'writeLines of orders/keeping',
};

const bookings: Written = {
  tables: ['order_booking'],
  by: 'src/features/orders/booking/',
  instead: 'book of orders/booking, which moves the ledger along',
};

const shipments: Written = {
  tables: ['shipment', 'shipment_number', 'shipment_event', 'shipment_word', 'unknown_code', 'status_map'],
  by: 'src/features/shipments/keeping/',
  instead: 'tell of shipments/keeping, or tellShipments of its door',
};

const purchases: Written = {
  tables: ['purchase_line', 'purchase_promise'],
  by: 'src/features/purchases/keeping/',
  instead: 'tell of purchases/keeping, or tellPurchaseLines of its door',
};
const receipts: Written = {
  tables: ['expected_receipt'],
  by: 'src/features/stock/receipts/',
  instead: 'expectReceipts of the door of stock, which those who watch hear of',
};

test('whoever writes order lines moves the demand of their days: there is one way to write either', () => {
  expect(foreignWrites(sourceFiles('src'), lines)).toEqual([]);
  expect(foreignWrites(sourceFiles('src'), days)).toEqual([]);
  const store = sourceFiles(keeping).find(({ path }) => path === lines.by);
  const exported = [...(store?.text ?? '').matchAll(/export (?:async )?function (\w+)/g)].map(
    ([, name]) => name,
  );
  expect(exported, 'what writes lines without telling demand must not be exported').toEqual([
    'linesOf',
    'writeLines',
  ]);
});

test('whatever is said of orders and shipments is told: only `tell` writes what a fold makes of it', () => {
  expect(foreignWrites(sourceFiles('src'), folded)).toEqual([]);
  expect(foreignWrites(sourceFiles('src'), bookings)).toEqual([]);
  expect(foreignWrites(sourceFiles('src'), shipments)).toEqual([]);
  expect(foreignWrites(sourceFiles('src'), purchases)).toEqual([]);
  expect(foreignWrites(sourceFiles('src'), receipts)).toEqual([]);
  const [store] = ['openOrders', 'updateOrders', 'keepStatements', 'writeParts', 'writeLines'].map((name) =>
    sourceFiles('src/features')
      .filter(({ path, text }) => !path.includes('.test.') && new RegExp(`\\b${name}\\(`).test(text))
      .map(({ path }) => path)
      .filter((path) => !path.startsWith(keeping)),
  );
  expect(store).toEqual([]);
});

test.each([
  [folded, 'src/features/orders/acting/store.ts', 'UPDATE "order" SET on_hold = true', 'order: go by tell'],
  [lines, 'src/features/orders/importing/store.ts', 'DELETE FROM order_line', 'order_line: go by writeLines'],
  [
    bookings,
    'src/features/orders/keeping/parts.ts',
    'DELETE FROM order_booking',
    'order_booking: go by book',
  ],
  [
    shipments,
    'src/features/sources/handling/store.ts',
    'INSERT INTO shipment_event',
    'shipment_event: go by tell',
  ],
  [days, 'src/features/stock/card/store.ts', 'UPDATE sku_day SET ordered = 1', 'sku_day: go by writeLines'],
] as const)('a write elsewhere is caught', (written, path, statement, fault) => {
  expect(foreignWrites([{ path, text: `writes(tx).$executeRaw\`${statement}\`` }], written)).toEqual([
    expect.stringContaining(`${path} writes ${fault}`),
  ]);
});
