import { expect, test } from 'vitest';
import type { Context } from '../../../core/runtime/context.ts';
import { shareFor } from './shared.ts';

const engine = {} as Context['engine'];
const slotAt = new Date('2026-03-02T07:30:00Z');
const ctxAt = (now: string, workspace = 'one') =>
  ({ engine, workspace: { id: workspace }, now: new Date(now) }) as unknown as Context;

test('editions of one moment read the same thing once, for a minute; others and later ones read for themselves', async () => {
  const reads: string[] = [];
  const read = (who: string) => async () => {
    reads.push(who);
    return who;
  };
  const first = shareFor(ctxAt('2026-03-02T07:30:01Z'), slotAt);
  const both = await Promise.all([first('figures', read('a')), first('figures', read('b'))]);
  expect(both).toEqual(['a', 'a']);
  expect(await shareFor(ctxAt('2026-03-02T07:30:50Z'), slotAt)('figures', read('c'))).toBe('a');
  expect(await first('sections', read('d'))).toBe('d');
  expect(await shareFor(ctxAt('2026-03-02T07:30:01Z', 'two'), slotAt)('figures', read('e'))).toBe('e');
  expect(await shareFor(ctxAt('2026-03-02T07:30:01Z'), null)('figures', read('f'))).toBe('f');
  expect(await shareFor(ctxAt('2026-03-02T07:31:02Z'), slotAt)('figures', read('g'))).toBe('g');
  expect(reads).toEqual(['a', 'd', 'e', 'f', 'g']);
});

test('what failed is read again', async () => {
  const share = shareFor(ctxAt('2026-03-02T07:40:00Z'), slotAt);
  const broken = async () => {
    throw new Error('no');
  };
  await expect(share('charts', broken)).rejects.toThrow('no');
  expect(await share('charts', async () => 'yes')).toBe('yes');
});
