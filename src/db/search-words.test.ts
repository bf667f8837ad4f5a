import { expect, test } from 'vitest';
import { databaseBefore } from '../../test/harness/before-migration.ts';

const workspace = '01961b1c-0000-7000-8000-000000000000';

test('the migration finds the words of the titles that are there, numbers aside', {
  timeout: 30_000,
}, async () => {
  const { client, upgrade } = await databaseBefore('20261126213051_search_words');
  for (const [n, title] of ['T-Shirt, BLUE 2026', 'Blue mug 12oz', '…'].entries())
    await client.query(
      `INSERT INTO sku (workspace_id, id, code, code_key, title, currency, listed, source, updated_at)
       VALUES ($1, $2, $3, $3, $4, 'EUR', true, 'test', '2026-01-01')`,
      [workspace, `01961b1c-0000-7000-8000-00000000000${n}`, `SKU-${n}`, title],
    );
  await upgrade();
  const { rows } = await client.query<{ word: string }>('SELECT word FROM sku_word ORDER BY word');
  expect(rows.map(({ word }) => word)).toEqual(['blue', 'mug', 'shirt', 't']);
});
