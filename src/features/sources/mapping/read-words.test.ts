import { expect, test } from 'vitest';
import { readMapping } from './read-words.ts';

const sources = [
  { id: '1', name: 'Parcels', kindName: 'EasyPost' },
  { id: '2', name: 'Shop DE', kindName: 'Shopify' },
  { id: '3', name: 'Shop US', kindName: 'Shopify' },
];
const statuses = ['delivered', 'out_for_delivery', 'unknown'] as const;
const read = (text: string) => readMapping(text.split(' '), sources, statuses);

test.each([
  ['parcels drone delivered', '1', 'drone', 'delivered'],
  ['EasyPost in_transit odd AR out for delivery', '1', 'in_transit odd AR', 'out_for_delivery'],
  ['shop de Delivered OUT-FOR-DELIVERY', '2', 'Delivered', 'out_for_delivery'],
  ['EasyPost delivered unknown', '1', 'delivered', 'unknown'],
])('%s', (text, id, code, status) => {
  expect(read(text)).toMatchObject({ value: { source: { id }, code, status } });
});

test.each([
  ['EasyPost drone gone', 'Its last word is one of delivered, out for delivery, unknown.'],
  ['Shopify drone delivered', 'It begins with the name of a source, and then the code.'],
  ['EasyPost delivered', 'It begins with the name of a source, and then the code.'],
  ['delivered', 'It begins with the name of a source, and then the code.'],
])('%s is not understood', (text, reason) => {
  expect(read(text)).toEqual({ reason });
});
