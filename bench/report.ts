import type { Measure } from './rounds.ts';
import { type Timing, within } from './timings.ts';

export interface Ratio {
  readonly what: string;
  readonly connections: number | null;
  /** The median over the rounds of the ratio within each round. */
  readonly value: number;
  /** The smallest and the largest of the rounds. */
  readonly range: readonly [number, number];
  readonly goal: string | null;
  readonly met: boolean | null;
}

export interface Goal {
  readonly text: string;
  readonly holds: (value: number) => boolean;
}

export const atLeast = (limit: number): Goal => ({ text: `≥ ${limit}`, holds: (value) => value >= limit });
export const atMost = (limit: number): Goal => ({ text: `≤ ${limit}`, holds: (value) => value <= limit });

/** How many requests per second `above` answers for each one of `below`. */
export function throughputRatio(
  what: string,
  above: Measure,
  below: Measure,
  goal: Goal | null = null,
): Ratio {
  return ratio(what, above, goal, (round) => (above.rates[round] ?? 0) / (below.rates[round] ?? 0));
}

/** How much longer a request takes with `above` than with `below`. */
export function timeRatio(what: string, above: Measure, below: Measure, goal: Goal | null = null): Ratio {
  return ratio(what, above, goal, (round) => (below.rates[round] ?? 0) / (above.rates[round] ?? 0));
}

function ratio(
  what: string,
  { connections, rates }: Measure,
  goal: Goal | null,
  of: (round: number) => number,
): Ratio {
  const values = rates.map((_, round) => of(round));
  return { ...judged(what, values, goal), connections };
}

/** Not a ratio, but a number with a goal, shown beside them. */
export function single(what: string, value: number, goal: Goal): Ratio {
  return figure(what, [value], goal);
}

/** The same of each round. */
export function figure(what: string, values: readonly number[], goal: Goal | null = null): Ratio {
  return { ...judged(what, values, goal), connections: null };
}

function judged(what: string, given: readonly number[], goal: Goal | null) {
  const values = [...given].sort((a, b) => a - b);
  const value = median(values);
  return {
    what,
    value,
    range: [values[0] ?? Number.NaN, values.at(-1) ?? Number.NaN] as const,
    goal: goal?.text ?? null,
    met: goal?.holds(value) ?? null,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

export function ratioTable(ratios: readonly Ratio[]): string {
  return columns([
    ['', 'concurrency', 'median', 'rounds', 'goal'],
    ...ratios.map(({ what, connections, value, range, goal, met }) => [
      what,
      connections === null ? '' : String(connections),
      value.toFixed(2),
      `${range[0].toFixed(2)}–${range[1].toFixed(2)}`,
      goal === null ? '' : `${goal} ${met ? 'met' : 'MISSED'}`,
    ]),
  ]);
}

/** The numbers behind the ratios: valid on this machine and in this run only. */
export function measureTable(measures: readonly Measure[]): string {
  return columns([
    ['', 'concurrency', 'per second', 'CPU ms each'],
    ...measures.map(({ name, connections, rates, cpu }) => [
      name,
      String(connections),
      median(rates).toFixed(0),
      median(cpu).toFixed(3),
    ]),
  ]);
}

/** How long answers took, in milliseconds. */
export function timingTable(title: string, timings: readonly Timing[]): string {
  return columns([
    [title, 'concurrency', 'answers', 'ms p50', 'ms p95'],
    ...timings.map((timing) => [
      timing.name,
      String(timing.connections),
      String(timing.times.length),
      within(timing, 0.5).toFixed(1),
      within(timing, 0.95).toFixed(1),
    ]),
  ]);
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
