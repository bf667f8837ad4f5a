import { expect, test } from 'vitest';
import { choice } from '../../../ui/blocks.ts';
import type { FigureAsked } from '../figure/shapes.ts';
import { figureAction, isCarried } from './asked.ts';

const action = figureAction('kpis.figures-late');
const asked: FigureAsked = {
  kpi: 'inbound_otd_notice',
  from: '2026-01-01',
  to: '2026-02-01',
  by: 'cancelled_by',
  versus: 'last year',
  cut: { dimension: 'cancelled_by', value: 'Standard shipping  (3 to 5 days), p-' },
};

test('a button carries a figure with its part, and behind three dots too', () => {
  expect(isCarried(asked.cut?.value ?? '')).toBe(true);
  expect(action.decode(action.encode(asked))).toEqual(asked);
  expect(() => choice(action, asked, 'Share')).not.toThrow();
  for (const one of [
    { ...asked, cut: null },
    { ...asked, by: null, versus: null, cut: { dimension: 'carrier', value: '' } },
    { ...asked, versus: 'previous' as const },
  ])
    expect(action.decode(action.encode(one))).toEqual(one);
});

test('a button of an earlier release still asks for its figure, and nonsense for none', () => {
  const { cut: _, ...before } = asked;
  expect(action.decode(JSON.stringify({ v: 1, ...before }))).toEqual({ ...before, cut: null });
  expect(action.decode('{"v":2,"f":"otd yesterday"}')).toBeNull();
  expect(isCarried('"'.repeat(30))).toBe(false);
});
