import { expect, test } from 'vitest';
import { CompactRecords } from './compact-records.ts';

test('a record comes back as it was, whatever the order of its keys', () => {
  interface Order {
    number: string;
    paidAt: Date | null;
    total: bigint;
    lines: number;
    isCredit: boolean;
  }
  const orders = new CompactRecords<Order>();
  const first = {
    number: '#1001 "x"',
    paidAt: new Date('1969-12-31T23:59:59.999Z'),
    total: 9n,
    lines: 2,
    isCredit: false,
  };
  const second = { isCredit: true, lines: 0, total: -1n, paidAt: null, number: '' };
  orders.set('a', first);
  orders.set('b', second);
  expect(orders.get('a')).toEqual(first);
  expect(orders.get('b')).toEqual(second);
  orders.set('a', { ...first, lines: 3 });
  expect(orders.get('a')).toEqual({ ...first, lines: 3 });
  expect(orders.get('c')).toBeUndefined();
});
