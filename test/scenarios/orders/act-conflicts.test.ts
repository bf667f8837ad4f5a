import { expect, test } from 'vitest';
import { menuOf, shopWithOrder, tasksOf } from './acting.ts';

test('a new promise ends the task of the older one, and a cancellation that of an expedite; what shall not go is not acted on', async () => {
  await using shop = await shopWithOrder();
  const { maya } = shop;
  const menu = await menuOf(shop);
  const act = async (button: string, form: string, sent: Record<string, string>) => {
    await maya.presses(menu, button);
    return await maya.sends(form, sent);
  };
  const promise = async (on: string) =>
    await act('New promise', 'Promise a new day', { on, reason: 'stock' });
  expect(await promise('2026-03-09')).toEqual({});
  await maya.sees('promised by Mon 9 Mar here. Task #1 asks to tell the customer');
  expect(await promise('2027-01-11')).toEqual({});
  const told = await maya.sees('promised by Mon 11 Jan 2027 here. Task #2 asks to tell the customer');
  expect(told.text).toContain('Task #1 has ended: this takes its place.');
  // Nobody was told the day before: taking this back would leave the customer without any.
  expect(told.offers).not.toContain('Undo');
  await maya.presses(menu, 'New promise');
  expect(await maya.seesForm('Promised now')).toContain('*Promised now*: Mon 11 Jan 2027');

  expect(await act('Expedite', 'Expedite an order', { reason: 'other' })).toEqual({});
  await maya.sees('Task #3 asks to do it in Shopify');
  await maya.presses(menu, 'Cancel the order');
  expect(await maya.seesForm('Cancel an order')).toContain('"close":"Keep the order"');
  expect(await maya.sends('Cancel an order', { reason: 'customer asked' })).toEqual({});
  await maya.sees('Task #3 has ended: this takes its place.');
  expect(await act('Expedite', 'Expedite an order', { reason: 'we were late' })).toEqual({
    reason: 'Order 1042 is to be cancelled: task #4 is open.',
  });
  expect(await act('Hold', 'Hold an order', { reason: 'address' })).toEqual({
    reason: 'Order 1042 is to be cancelled: task #4 is open.',
  });
  expect(await act('Refund', 'Refund a customer', { amount: '-5', reason: 'late' })).toEqual({
    amount: 'A refund is more than €0.00: €45.00 is left of order 1042.',
  });
  expect(await tasksOf(shop)).toEqual([
    '1 done: Promise order 1042 by Mon 9 Mar (stock)',
    '2 new: Promise order 1042 by Mon 11 Jan 2027 (stock)',
    '3 done: Expedite order 1042 (other)',
    '4 new: Cancel order 1042 (customer asked)',
  ]);
});
