import { expect, test } from 'vitest';
import { newContext } from '../../../../test/harness/database.ts';
import { foldAll } from '../../../../test/harness/facts.ts';
import { askFigure } from '../../../../test/harness/figures.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { tellPurchaseLines } from '../index.ts';

test('a supplier is one however it is spelled, and is shown as it was told', async () => {
  const ctx = await newContext({ at: '2026-03-05T08:00:00Z' });
  const line = (n: number, supplier: string | null) => ({
    ...{ source: 'erp', po: `PO-${n}`, line: '1', saidAt: ctx.now, supplier, ordered: 40 },
    ...{ promisedOn: '2026-03-02', deliveredOn: n === 1 ? '2026-03-03' : '2026-03-02' },
  });
  await tellPurchaseLines.call(asSystem(ctx, 'test'), {
    statements: [line(1, 'ACME LTD'), line(2, 'Acme  Ltd'), line(3, 'Potters'), line(4, null)],
  });
  await foldAll(ctx);
  const { parts } = await askFigure(ctx, 'inbound_otd', { from: '2026-03-01', to: '2026-04-01' }, 'supplier');
  const said = (parts?.all ?? []).map(({ value, name, totals: [total] }) => [
    value,
    name,
    Number(total?.n),
    Number(total?.d),
  ]);
  expect(said).toHaveLength(3);
  expect(said[0]?.slice(1)).toEqual(['Acme  Ltd', 1, 2]);
  expect(said.slice(1).toSorted()).toEqual([
    ['', undefined, 1, 1],
    ['POTTERS', 'Potters', 1, 1],
  ]);
});
