import { expect, test } from 'vitest';
import { loggedErrors } from '../../harness/log.ts';
import { openShop, type Shop } from '../../harness/shop.ts';
import { parcels } from './parcel-feature.ts';

const open = async (stock: Readonly<Record<string, number>> = {}) =>
  await openShop({ at: '2026-03-02T08:00:00Z', stock, features: [parcels] });
const form = 'Pack a parcel';

async function filled(shop: Shop) {
  await shop.maya.searches(form, 'shelf', 'shelf 117');
  await shop.maya.searches(form, 'sku', 'MUG');
  const sku = await shop.db.prisma.sku.findFirstOrThrow({ where: { workspaceId: shop.workspace.id } });
  return { shelf: '117', sku: sku.id };
}

test('a search among more shelves than a menu shows suggests those that match the typed text', async () => {
  await using shop = await open();
  await shop.maya.says('/ops parcel');
  expect(await shop.maya.searches(form, 'shelf', 'aisle 11')).toEqual([
    'Shelf 11, aisle A',
    ...Array.from({ length: 10 }, (_, i) => `Shelf ${110 + i}, aisle A`),
  ]);
  expect(await shop.maya.searches(form, 'shelf', '')).toHaveLength(100);
  expect(await shop.maya.searches(form, 'shelf', 'cellar')).toEqual([]);
});

test('the search for a product finds what "find anything" finds', async () => {
  await using shop = await open({ 'MUG-01': 10 });
  await shop.maya.says('/ops parcel');
  expect(await shop.maya.searches(form, 'sku', 'MUG-01')).toEqual([expect.stringContaining('MUG-01')]);
});

test('a person who has lost the right gets no suggestions', async () => {
  await using shop = await open();
  await shop.maya.says('/ops parcel');
  await shop.maya.seesForm(form);
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Maya' },
    data: { roles: ['viewer'] },
  });
  expect(await shop.maya.searches(form, 'shelf', 'shelf')).toEqual([]);
});

test('a search that fails suggests nothing and is logged', async () => {
  await using shop = await open();
  await shop.maya.says('/ops parcel');
  expect(await shop.maya.searches(form, 'shelf', 'break')).toEqual([]);
  expect(JSON.stringify(loggedErrors())).toContain('parcels.form shelf');
});

test('days, times in a named zone and files are read', async () => {
  await using shop = await open({ 'MUG-01': 10 });
  await shop.maya.says('/ops parcel');
  expect(await shop.maya.seesForm(form)).toContain('"timezone":"Europe/Berlin"');
  const label = [await shop.maya.uploads('label.txt', 'Handle with care')];
  const values = { ...(await filled(shop)), day: '2026-03-05', time: '14:05', pieces: '3', label };
  expect(await shop.maya.sends(form, values)).toEqual({});
  const answer = await shop.maya.sees('Handle with care');
  expect(JSON.parse(answer.text.split('\n')[0] ?? '')).toEqual({
    lines: 1,
    shelf: '117',
    sku: values.sku,
    day: '2026-03-05',
    time: '14:05',
    pieces: 3,
    texts: ['Handle with care'],
  });
});

test('a file too large for the handler is refused in the form', async () => {
  await using shop = await open({ 'MUG-01': 10 });
  await shop.maya.says('/ops parcel');
  await shop.maya.seesForm(form);
  const label = [await shop.maya.uploads('label.txt', 'x'.repeat(101))];
  const errors = await shop.maya.sends(form, { ...(await filled(shop)), label });
  expect(Object.values(errors).join()).toContain('label.txt is over 100 bytes');
});

test('a button in a form redraws it and keeps the typed values', async () => {
  await using shop = await open({ 'MUG-01': 10 });
  await shop.maya.says('/ops parcel');
  await shop.maya.pressesInForm('1 lines', 'Add a line', { pieces: '7' });
  await shop.maya.pressesInForm('2 lines, day', 'Add a line');
  expect(await shop.maya.seesForm('3 lines')).toContain('day label pieces time');
  expect(await shop.maya.sends(form, await filled(shop))).toEqual({});
  expect((await shop.maya.sees('"lines":3')).text).toContain('"pieces":7');
});

test('a refusal or message from a button in a form appears above the inputs, once', async () => {
  await using shop = await open();
  await shop.maya.says('/ops parcel');
  await shop.maya.pressesInForm(form, 'Add 200');
  await shop.maya.seesForm('A parcel has at most 100 lines');
  await shop.maya.pressesInForm(form, 'Jump');
  expect(await shop.maya.seesForm('You jumped')).not.toContain('at most 100 lines');
  await shop.maya.pressesInForm(form, 'Add a line');
  expect(await shop.maya.seesForm('2 lines')).not.toContain('You jumped');
});

test('a form that was redrawn in the meantime is not overwritten', async () => {
  await using shop = await open();
  shop.expectComplaint(/hash_conflict/);
  await shop.maya.says('/ops parcel');
  await shop.maya.seesForm(form);
  await shop.sandbox.control.fault({
    method: 'views.update',
    kind: 'error',
    error: 'hash_conflict',
    times: 1,
  });
  await shop.maya.pressesInForm(form, 'Add a line');
  await shop.maya.pressesInForm('1 lines', 'Add a line');
  await shop.maya.seesForm('2 lines');
});
