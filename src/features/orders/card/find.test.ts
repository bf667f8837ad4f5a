import { expect, test } from 'vitest';
import { newContext } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import { finder } from './find.ts';

test('an order is found by its number in any case or by the beginning of it with the latest first, and shown in the reader’s time zone', async () => {
  const ctx = await newContext();
  await importing(
    ctx,
    'orders FILE',
    'number,placed_at,code,title,quantity,unit_price\nA100,2026-02-01 10:00,MUG-01,Blue <mug>,2,14.50\nA1001,2026-02-02,MUG-01,Mug,1,1\n',
  );
  const found = await finder.find(ctx, '#a100');
  expect(found.map(({ title, exact }) => [title, exact])).toEqual([
    ['A100 (import), Sun 1 Feb: placed', true],
  ]);
  expect((await finder.find(ctx, 'a10')).map(({ title, exact }) => [title, exact])).toEqual([
    ['A1001 (import), Mon 2 Feb: placed', false],
    ['A100 (import), Sun 1 Feb: placed', false],
  ]);
  for (const text of ['A1', 'A%0', 'A1__']) expect(await finder.find(ctx, text), text).toEqual([]);
  const card = await finder.show(ctx, found[0]?.id ?? '');
  expect(card?.text).toBe(
    'Placed Sun 1 Feb 10:00 CET: Order A100 · import. Placed Sun 1 Feb 10:00 CET · €29.00 of goods · 1 line',
  );
  expect(await finder.show(ctx, ctx.workspace.id)).toBeNull();
});

test('an order is found with and without its sign, however its number is written', async () => {
  const ctx = await newContext();
  await importing(
    ctx,
    'orders FILE',
    'number,channel,placed_at,code,quantity\n#1042,Shopify,2026-02-01,MUG-01,2\n306‑77,amazon,2026-02-01,MUG-01,1\n',
  );
  for (const asked of ['#1042', '1042', "'1042", '="1042"', ' #1042 '])
    expect((await finder.find(ctx, asked)).map(({ title }) => title)).toEqual([
      '#1042 (shopify), Sun 1 Feb: placed',
    ]);
  expect(await finder.find(ctx, '306-77')).toMatchObject([{ exact: true }]);
});
