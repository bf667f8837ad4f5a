import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { presets } from '../../../src/importer/presets/index.ts';
import { newContext, testDatabase } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';

/** Imports a self-made file of a known layout twice; the second time changes nothing. */
async function twice(
  command: string,
  rows: readonly string[],
  before: readonly (readonly [string, string])[] = [],
) {
  const ctx = await newContext();
  for (const [first, content] of before) await importing(ctx, first, content);
  const report = await importing(ctx, command, rows.join('\r\n'));
  const again = await importing(ctx, command, rows.join('\r\n'));
  for (const { counts } of again.kinds) expect(counts).toMatchObject({ added: 0, changed: 0 });
  const { prisma } = await testDatabase();
  const where = { workspaceId: ctx.workspace.id };
  return {
    report,
    skus: await prisma.sku.findMany({ where, orderBy: { code: 'asc' } }),
    orders: await prisma.order.findMany({
      where,
      include: { lines: { orderBy: { ordinal: 'asc' } } },
      orderBy: { number: 'asc' },
    }),
    levels: Object.fromEntries(
      (await prisma.level.findMany({ where })).map(({ bucket, quantity }) => [bucket, quantity]),
    ),
  };
}

const stocked = [
  ['locations FILE', 'code\nHAM\n'],
  ['products FILE', 'code\nMUG\n'],
] as const;

test('every preset has its test here, but for those with their own data', async () => {
  const text = await readFile(new URL(import.meta.url), 'utf8');
  const untested = presets.filter(({ name }) => !text.includes(`--preset ${name}`));
  expect(untested.map(({ name }) => name)).toEqual(['online-retail', 'scms']);
});

const oldShopify = [
  'Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price,Variant Barcode,Image Src,Cost per item,Status',
  'tee,T-shirt,,Acme,Shirts,true,Colour,Red,Size,M,TEE-RM,19.90,0400638133393,a.jpg,7.50,active',
  'tee,,,,,,,Blue,,M,TEE-BM,21.00,,b.jpg,8.00,',
  'tee,,,,,,,,,,,,,c.jpg,,',
  'mug,Mug,,Potters,Mugs,false,Title,Default Title,,,MUG,14.50,,,,archived',
];
const newShopify = [
  'Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Option2 name,Option2 value,Price,Cost per item,Product image URL',
  'T-shirt,tee,,Acme,,Shirts,,TRUE,Active,TEE-RM,0400638133393,Colour,Red,Size,M,19.90,7.50,a.jpg',
  ',tee,,,,,,,,TEE-BM,,,Blue,,M,21.00,8.00,b.jpg',
  ',tee,,,,,,,,,,,,,,,,c.jpg',
  'Mug,mug,,Potters,,Mugs,,FALSE,Archived,MUG,,Title,Default Title,,,14.50,,',
];

test.each([
  ['old', oldShopify],
  ['new', newShopify],
])(
  "Shopify's products with %s headers: variants have names, pictures are left out, archived is not for sale",
  async (_, rows) => {
    const { report, skus } = await twice('products FILE --preset shopify-products', rows);
    expect(skus).toMatchObject([
      {
        code: 'MUG',
        title: 'Mug',
        supplier: 'Potters',
        listed: false,
        priceMinor: 1450n,
        unitCostMinor: null,
      },
      { code: 'TEE-BM', title: 'T-shirt - Blue / M', supplier: 'Acme', category: 'Shirts', listed: true },
      {
        code: 'TEE-RM',
        title: 'T-shirt - Red / M',
        priceMinor: 1990n,
        unitCostMinor: 750n,
        barcode: '0400638133393',
        listed: true,
      },
    ]);
    expect(report).toMatchObject({ rejected: 0, leftOut: { 'rows with nothing but a picture': 1 } });
  },
);

test('a column that a preset can read and the file lacks is named, and the rest is read', async () => {
  const { report, skus } = await twice('products FILE --preset shopify-products', [
    'Handle,Title,Variant SKU,Variant Price',
    'mug,Mug,MUG,14.50',
  ]);
  expect(skus).toMatchObject([{ title: 'Mug', priceMinor: 1450n, listed: true }]);
  expect(report.said[0]).toBe(
    'The file lacks 5 columns that shopify-products can read: "Variant Barcode" (barcode), "Cost per item" (unit_cost), "Type" (category), "Vendor" (supplier) and "Status" (listed).',
  );
  await expect(twice('products FILE --preset shopify-products', ['Title', 'Mug'])).rejects.toThrow(
    'shopify-products reads it from "Variant SKU" or "SKU". Add --map code=<column>.',
  );
});

test("Shopify's orders: the order's own columns stand in its first row only", async () => {
  const { report, orders } = await twice('orders FILE --preset shopify-orders', [
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Country,Cancelled at,Location',
    '#1001,a@example.com,paid,2026-02-01 10:15:00 +0100,fulfilled,2026-02-02 09:00:00 +0100,USD,53.80,2026-02-01 10:14:00 +0100,2,T-shirt - Red / M,19.90,TEE-RM,DE,,Main shop',
    '#1001,a@example.com,,,,,,,2026-02-01 10:14:00 +0100,1,Mug,14.00,MUG,,,',
    '#1002,b@example.com,pending,,unfulfilled,,USD,14.00,2026-02-01 11:00:00 +0100,1,Mug,14.00,MUG,FR,2026-02-03 11:00:00 +0100,',
  ]);
  expect(report.faults).toEqual([]);
  expect(orders).toMatchObject([
    {
      number: '#1001',
      channel: 'shopify',
      currency: 'USD',
      stage: 'labelled',
      shipToCountry: 'Germany',
      placedAt: new Date('2026-02-01T09:14:00Z'),
      lines: [
        { code: 'TEE-RM', ordered: 2, unitPriceMinor: 1990n },
        { code: 'MUG', ordered: 1, unitPriceMinor: 1400n },
      ],
    },
    { number: '#1002', stage: 'cancelled' },
  ]);
});

test.each([
  ['old', 'Incoming,Unavailable,Committed,Available,On hand'],
  [
    'new',
    'Bin name,Incoming (not editable),Unavailable (not editable),Committed (not editable),Available (not editable),On hand (current),On hand (new)',
  ],
])(
  "Shopify's inventory with %s headers: its locations get their codes, unstocked rows are left out",
  async (age, columns) => {
    const bin = age === 'new' ? ',' : '';
    const { report, levels } = await twice(
      'levels FILE --preset shopify-inventory --translate location:Main=HAM',
      [
        `Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Location,${columns}`,
        `mug,Mug,Title,Default Title,MUG,,,main,${bin}6,1,2,7,10`,
        `mug,Mug,Title,Default Title,MUG,,,Attic,${bin}not stocked,not stocked,not stocked,not stocked,not stocked`,
      ].map((row, index) => (age === 'new' && index > 0 ? `${row},` : row)),
      stocked,
    );
    expect(report.faults).toEqual([]);
    expect(levels).toEqual({ available: 7, committed: 2, reserved: 1, incoming: 6 });
    expect(report.leftOut).toEqual({ 'products that a location does not stock': 1 });
  },
);

test("WooCommerce's products: parents of variations are left out, drafts and private ones are not for sale", async () => {
  const { report, skus } = await twice('products FILE --preset woocommerce-products', [
    'ID,Type,SKU,"GTIN, UPC, EAN, or ISBN",Name,Published,"Regular price",Stock,"Low stock amount",Categories,Parent',
    '1,simple,MUG,4006381333931,Mug,1,14.50,10,3,Mugs,',
    '2,variable,TEE,,T-shirt,1,,,,Shirts,',
    '3,variation,TEE-R,,T-shirt - Red,1,19.90,5,,,TEE',
    '4,"simple, virtual",GIFT,,Gift card,-1,50,,,,',
  ]);
  expect(skus).toMatchObject([
    { code: 'GIFT', listed: false },
    { code: 'MUG', barcode: '4006381333931', priceMinor: 1450n, reorderPoint: 3, listed: true },
    { code: 'TEE-R', title: 'T-shirt - Red', priceMinor: 1990n },
  ]);
  expect(Object.values(report.leftOut)).toEqual([1]);
});

test("WooCommerce's orders: a line each, and a cancelled order is cancelled", async () => {
  const { report, orders } = await twice('orders FILE --preset woocommerce-orders', [
    '"Order Number","Order Status","Order Date","Paid Date","Completed Date","Country Code (Shipping)",SKU,"Item #","Item Name",Quantity,"Item Cost"',
    '501,Completed,"2026-02-01 10:00","2026-02-01 10:01","2026-02-02 12:00",DE,MUG,1,Mug,2,14.50',
    '501,Completed,"2026-02-01 10:00","2026-02-01 10:01","2026-02-02 12:00",DE,TEE-R,2,T-shirt - Red,1,19.90',
    '502,Cancelled,"2026-02-01 11:00",,,DE,MUG,1,Mug,1,14.50',
  ]);
  expect(report.faults).toEqual([]);
  expect(orders).toMatchObject([
    {
      number: '501',
      channel: 'woocommerce',
      stage: 'labelled',
      lines: [{ ordered: 2 }, { code: 'TEE-R' }],
    },
    { number: '502', stage: 'cancelled' },
  ]);
});

test("Amazon's listings: quotes are inches, only a UPC or EAN is a barcode", async () => {
  const { report, skus } = await twice('products FILE --preset amazon-listings', [
    'item-name\titem-description\tlisting-id\tseller-sku\tprice\tquantity\topen-date\tproduct-id-type\tasin1\tproduct-id\tfulfillment-channel\tstatus',
    '"5 inch" nails\t"best\tL1\tNAIL-5\t4.99\t10\t08/07/2016 10:12:40 BST\t4\tB000000001\t4006381333931\tDEFAULT\tActive',
    'Mug\t\tL2\tMUG\t14.50\t\t08/07/2016 10:12:40 BST\t1\tB000000002\tB000000002\tAMAZON_EU\tInactive',
  ]);
  expect(report.faults).toEqual([]);
  expect(skus).toMatchObject([
    { code: 'MUG', barcode: null, listed: false, priceMinor: 1450n },
    { code: 'NAIL-5', title: '"5 inch" nails', barcode: '4006381333931', listed: true },
  ]);
});

test("Amazon's warehouse: what arrives is added up, what the seller ships is left out", async () => {
  const { report, levels } = await twice(
    'levels FILE --preset amazon-fba-inventory --set location=HAM',
    [
      'sku\tfnsku\tasin\tproduct-name\tcondition\tyour-price\tmfn-listing-exists\tmfn-fulfillable-quantity\tafn-listing-exists\tafn-warehouse-quantity\tafn-fulfillable-quantity\tafn-unsellable-quantity\tafn-reserved-quantity\tafn-total-quantity\tafn-inbound-working-quantity\tafn-inbound-shipped-quantity\tafn-inbound-receiving-quantity',
      'MUG\tX1\tB1\tMug\tNew\t14.50\tNo\t\tYes\t35\t20\t5\t10\t62\t4\t20\t3',
      'PLATE\tX2\tB2\tPlate\tNew\t9.50\tYes\t7\tNo\t0\t0\t0\t0\t0\t0\t0\t0',
    ],
    stocked,
  );
  expect(report.faults).toEqual([]);
  expect(levels).toEqual({ available: 20, reserved: 10, damaged: 5, incoming: 23 });
  expect(report.leftOut).toEqual({ 'listings that the seller ships': 1 });
});

test("Square's library: a variation's name is part of the title", async () => {
  const { skus } = await twice('products FILE --preset square-products', [
    'Token,Item Name,Variation Name,SKU,Description,Category,GTIN,Price,Archived,Default Unit Cost,Default Vendor Name,Current Quantity Main St',
    't1,Candle,Large,C-L,Soy wax,Home,00012345678905,"€1,018.00",N,4.00,Waxworks,4',
    't2,Mug,Regular,MUG,,Home,,14.50,Y,,,9',
  ]);
  expect(skus).toMatchObject([
    {
      code: 'C-L',
      title: 'Candle - Large',
      priceMinor: 101_800n,
      barcode: '00012345678905',
      supplier: 'Waxworks',
    },
    { code: 'MUG', title: 'Mug', listed: false },
  ]);
});

test("BigCommerce's products: variants stand below their product, pictures are left out", async () => {
  const { report, skus } = await twice('products FILE --preset bigcommerce-products', [
    'Item,ID,Name,Type,SKU,Options,Inventory Tracking,Current Stock,Price,Cost Price,Categories,UPC/EAN,Is Visible,Image URL (Import)',
    'Product,77,T-shirt,physical,,,variant,,19.90,7.50,Shirts,,TRUE,',
    'Variant,101,,,TEE-S,Type=Rectangles|Name=Size|Value=S,,5,,,,,,',
    'Variant,102,,,TEE-M,Type=Rectangles|Name=Size|Value=M,,5,21.00,,,,,',
    'Image,,,,,,,,,,,,,a.jpg',
    'Product,78,Mug,physical,MUG,,product,3,14.50,,Mugs,4006381333931,FALSE,',
  ]);
  expect(skus).toMatchObject([
    { code: 'MUG', title: 'Mug', listed: false, barcode: '4006381333931' },
    { code: 'TEE-M', title: 'T-shirt - M', priceMinor: 2100n, listed: true },
    { code: 'TEE-S', title: 'T-shirt - S', priceMinor: 1990n, unitCostMinor: 750n, category: 'Shirts' },
  ]);
  expect(report.leftOut).toEqual({
    'products without a code, which only hold variants': 1,
    'pictures and videos': 1,
  });
});
