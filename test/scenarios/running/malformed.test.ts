import { expect, test } from 'vitest';
import { loggedErrors } from '../../harness/log.ts';
import { malformedBodies, mutations, sendAll } from '../../harness/malformed.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

async function openTarget() {
  const shop = await openShop({ mode: 'http', stock: { 'MUG-01': 40 }, unitCost: 450n });
  shop.expectComplaint(/./);
  const sku = await shop.db.prisma.sku.findFirstOrThrow({ where: { workspaceId: shop.workspace.id } });
  return { shop, sku: sku.id };
}

/** Checks that nothing is pending, nothing went uncaught, and the bot still answers. */
async function isWell(shop: Shop): Promise<void> {
  await shop.app.idle();
  await shop.app.catchUp();
  await shop.lena.says('/stock MUG-01');
  await shop.lena.sees('available');
  const metrics = await fetch(`http://127.0.0.1:${shop.app.healthPort}/metrics`);
  expect(await metrics.text()).not.toMatch(/quartermaster_faults_total\{/);
}

test('signed bodies of every malformed shape are refused, and the bot still answers', async () => {
  const { shop } = await openTarget();
  await using _ = shop;
  const counts = await sendAll(shop, malformedBodies());
  expect(Object.keys(counts).sort()).toEqual(['200', '400']);
  await isWell(shop);
});

test('1,500 mutations of signed bodies: no 500 without a reference, and the bot still answers', async () => {
  const errors = loggedErrors();
  const { shop, sku } = await openTarget();
  await using _ = shop;
  const counts = await sendAll(shop, mutations(sku, 1_500, 20_260_302));
  console.log('answers to 1,500 mutations:', counts);
  for (const error of errors)
    expect(error).toMatchObject([{ reference: expect.stringMatching(/^QM-/) }, expect.anything()]);
  await isWell(shop);
}, 120_000);
