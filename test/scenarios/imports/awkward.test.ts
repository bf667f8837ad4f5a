import { expect, test } from 'vitest';
import type { Context } from '../../../src/core/runtime/context.ts';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { namesAndMoney } from './names-and-money.ts';
import { expectBalanced, stored } from './stored.ts';

/** The shop that the files come to. */
async function openWorkspace(): Promise<Context> {
  const ctx = await newContext();
  await importing(ctx, 'locations FILE', 'code\nHAM\nROT\n');
  await importing(
    ctx,
    'products FILE',
    'code,price,aliases,barcode\nMUG-01,14.50,shopify:HH-MUG-01,4006381333931\nLAMP-03,39.00,,\n',
  );
  return ctx;
}

test.each(namesAndMoney)(
  '$title',
  async ({ before = [], command, text, refused = [], facts = {}, ...expected }) => {
    const ctx = await openWorkspace();
    for (const [earlier, file] of before) expect((await importing(ctx, earlier, file)).faults).toEqual([]);
    const report = await importing(ctx, command, text);
    expect(report.faults.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual(refused);
    expect(report.kinds[0]?.facts).toMatchObject(facts);
    const { title, ...lists } = expected;
    const after = await stored(ctx.workspace.id);
    expect(after).toMatchObject(lists);
    await expectBalanced(ctx.workspace.id);

    const again = await importing(ctx, command, text);
    expect(again.kinds[0]?.counts).toMatchObject({ added: 0, changed: 0 });
    expect(again.rejected, title).toBe(report.rejected);
    expect(await stored(ctx.workspace.id)).toEqual(after);
    await expectBalanced(ctx.workspace.id);
  },
);
