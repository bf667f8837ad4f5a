import { expect, test } from 'vitest';
import { openRoom } from './room.ts';

const limits = { bytes: 100, bodies: 8 };
const some = (many: number, enter: () => unknown) =>
  Array.from({ length: many }, enter).filter((seat) => seat !== null).length;

test('one address has a quarter at one source, and half of all', () => {
  const room = openRoom(limits);
  expect(some(10, () => room.enter({ source: 'a', address: 'x' }))).toBe(2);
  expect(some(10, () => room.enter({ source: 'b', address: 'x' }))).toBe(2);
  expect(some(10, () => room.enter({ source: 'c', address: 'x' }))).toBe(0);
  // Its real sender, and that of another.
  expect(some(10, () => room.enter({ source: 'a', address: 'y' }))).toBe(2);
  expect(some(10, () => room.enter({ source: 'c', address: 'y' }))).toBe(2);
});

test('one source has half, from however many places', () => {
  const room = openRoom(limits);
  let n = 0;
  const next = () => room.enter({ source: 'a', address: String(n++) });
  expect(some(20, next)).toBe(4);
  expect(some(20, () => room.enter({ source: 'b', address: String(n++) }))).toBe(4);
  expect(some(1, () => room.enter({ source: 'c', address: 'y' }))).toBe(0);
});

test('bytes have the same shares, and who leaves gives back what it took', () => {
  const room = openRoom(limits);
  const first = room.enter({ source: 'a', address: 'x' });
  expect([first?.take(25), first?.take(1), first?.fits(1)]).toEqual([true, false, false]);
  const second = room.enter({ source: 'a', address: 'y' });
  expect([second?.take(25), second?.fits(1)]).toEqual([true, false]);
  expect(room.enter({ source: 'b', address: 'x' })?.fits(25)).toBe(true);
  first?.leave();
  expect(room.enter({ source: 'a', address: 'x' })?.take(25)).toBe(true);
});
