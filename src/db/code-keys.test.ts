import { expect, test } from 'vitest';
import { databaseBefore } from '../../test/harness/before-migration.ts';
import { channelKey, codeKey, numberKey } from '../core/text/code-key.ts';

const underTest = '20261126104500_code_keys';
const workspace = '01961b1c-0000-7000-8000-000000000000';
const id = (n: number) => `01961b1c-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A database as the release before left it, with these rows; `upgrade` applies what came since. */
async function shopBefore(
  skus: readonly string[],
  aliases: readonly (readonly [sku: number, channel: string, alias: string])[],
  orders: readonly (readonly [channel: string, number: string])[],
) {
  const { client, warnings, upgrade } = await databaseBefore(underTest);
  for (const [n, code] of skus.entries())
    await client.query(
      `INSERT INTO sku (workspace_id, id, code, code_key, title, barcode, currency, listed, source, updated_at)
       VALUES ($1, $2, $3, $4, 'A product', $3, 'EUR', true, 'test', '2026-01-01')`,
      [workspace, id(n), code, code.toUpperCase()],
    );
  for (const [sku, channel, alias] of aliases)
    await client.query('INSERT INTO sku_alias VALUES ($1, $2, $3, $4, $5)', [
      workspace,
      channel,
      alias.toUpperCase(),
      id(sku),
      alias,
    ]);
  for (const [n, [channel, number]] of orders.entries())
    await client.query(
      `INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, stage, placed_at, on_hold, source, updated_at)
       VALUES ($1, $2, $3, $4, 'sale', $5, 'EUR', 'placed', '2026-01-01', false, 'test', '2026-01-01')`,
      [workspace, id(n), number, number.toUpperCase(), channel],
    );
  const read = async (sql: string) => (await client.query<Record<string, string>>(sql)).rows;
  return { upgrade, warnings, read };
}

test('the migration makes of every code, barcode, number and channel what the code makes of it', {
  timeout: 30_000,
}, async () => {
  const codes = [
    'MUG-01',
    'lamp‑03',
    'LAMP–04',
    'Tray—5',
    '="00123"',
    "'00124",
    'BLUE  MUG',
    'BLUE\u00A0LAMP',
    'CAFE\u0301',
    'ＢＯＸ９',
    'ZERO\u200B-1',
    ' EDGE ',
    'LINE\nBREAK',
    'ärmel',
    'A--B',
  ];
  const orders = [
    ['shopify', '#1042'],
    ['Amazon.DE', '306‑1'],
    [' web ', 'W 1'],
  ] as const;
  const { upgrade, warnings, read } = await shopBefore(
    codes,
    codes.map((code, n) => [n, 'amazon', code] as const),
    orders,
  );
  await upgrade();
  expect(warnings).toEqual([]);
  expect(await read('SELECT code_key, barcode FROM sku ORDER BY id')).toEqual(
    codes.map((code) => ({ code_key: codeKey(code), barcode: codeKey(code) })),
  );
  expect(await read('SELECT alias_key FROM sku_alias ORDER BY sku_id')).toEqual(
    codes.map((code) => ({ alias_key: codeKey(code) })),
  );
  expect(await read('SELECT channel, number_key, number FROM "order" ORDER BY id')).toEqual(
    orders.map(([channel, number]) => ({
      channel: channelKey(channel),
      number_key: numberKey(number),
      number,
    })),
  );
});

test('what differs only in spelling stays apart, and each is named', { timeout: 30_000 }, async () => {
  const { upgrade, warnings, read } = await shopBefore(
    ['MUG‑01', 'MUG-01', 'TRAY‑02', 'TRAY–02'],
    [
      [0, 'amazon', 'B0‑X'],
      [1, 'amazon', 'B0-X'],
    ],
    [
      ['shopify', '#1042'],
      ['shopify', '1042'],
    ],
  );
  await upgrade();
  expect(warnings).toEqual([
    'Codes that differ only in their spelling are still products of their own: "MUG‑01" beside "MUG-01", "TRAY–02" beside "TRAY‑02". A look-up offers both; an import names the second.',
    "Aliases that differ from another product's only in their spelling no longer find their product: amazon:B0‑X. Import the products with one alias each.",
    'Orders that differ from another only in the spelling of their number or channel are still orders of their own: #1042 (shopify). They are found by that spelling; an import changes the other one.',
  ]);
  expect(await read('SELECT code, code_key FROM sku ORDER BY id')).toEqual([
    { code: 'MUG‑01', code_key: 'MUG‑01' },
    { code: 'MUG-01', code_key: 'MUG-01' },
    { code: 'TRAY‑02', code_key: 'TRAY-02' },
    { code: 'TRAY–02', code_key: 'TRAY–02' },
  ]);
  expect(
    await read("SELECT alias_key, alias FROM sku_alias WHERE channel LIKE 'spelling-%' ORDER BY alias"),
  ).toEqual([
    { alias_key: 'MUG-01', alias: 'MUG‑01' },
    { alias_key: 'TRAY-02', alias: 'TRAY–02' },
  ]);
});
