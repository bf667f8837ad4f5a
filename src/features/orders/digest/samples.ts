import type { Samples } from '../../../core/declare/sample.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { sumOf } from '../backlog/cells.ts';
import type { OrderRow } from '../backlog/model.ts';
import { full, hostileRow, row, stoppedRows } from '../backlog/samples.ts';
import { hostile, on, reading } from '../card/sample-orders.ts';
import { duePart, latePart, stuckPart } from './digest-views.ts';
import type { DueAt } from './model.ts';

const lasting: Reader = { ...reading, lasting: true };
const listed = (rows: readonly OrderRow[], left = 0, unjudged = 0) => ({
  rows,
  total: rows.length + left,
  unjudged,
});
const hostiles = Array.from({ length: 10 }, () => ({ ...hostileRow, cancelling: null }));
const cell = (due: 'overdue' | 'next cut-off' | 'today', count: number) => ({
  stage: 'paid' as const,
  due,
  held: false,
  currency: 'EUR',
  locationId: null,
  count,
  openMinor: BigInt(count) * 9_484n,
});
const past = sumOf([cell('overdue', 1)]);
const hamburg: DueAt = {
  location: { code: 'HAM', name: 'Hamburg', timeZone: 'Europe/Berlin' },
  cutOffAt: on('2026-03-03T15:00:00Z'),
  cells: [cell('next cut-off', 48), cell('today', 12), cell('overdue', 31)],
};
const hard: DueAt = {
  ...hamburg,
  location: { code: 'HAM', name: hostile, timeZone: 'UTC' },
  cells: full.cells,
};

/** The sections of digests in every state. */
export const digestSamples: Samples = {
  'late orders, for a digest': () => latePart(listed([row], 30), sumOf([cell('overdue', 31)]), lasting),
  'one late order, for a digest': () => latePart(listed([row]), past, lasting),
  'late orders of hostile text, for a digest': () =>
    latePart(listed(hostiles, 2_000_000), sumOf(full.cells), lasting),
  'stuck orders, for a digest': () => stuckPart(listed(stoppedRows), lasting),
  'one stuck order, for a digest': () => stuckPart(listed([row]), lasting),
  'stuck orders of hostile text, for a digest': () =>
    stuckPart(listed(hostiles, 2_000_000, 2_000_000), lasting),
  'orders due, for a digest': () => duePart({ places: [hamburg] }, lasting),
  'one order due, for a digest': () =>
    duePart({ places: [{ ...hamburg, cells: [cell('next cut-off', 1)] }] }, lasting),
  'only orders carried over, for a digest': () =>
    duePart({ places: [{ location: null, cutOffAt: null, cells: [cell('overdue', 1)] }] }, lasting),
  'orders due of hostile text, for a digest': () =>
    duePart({ places: Array.from({ length: 120 }, () => hard) }, lasting),
};
