const STEPS = 4;

/** Round ticks for an axis that covers all values and zero, such as 0, 25, 50, 75, 100. */
export function ticksFor(values: number[]): number[] {
  const least = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  const most = highest === least ? 1 : highest;
  const step = roundStep((most - least) / STEPS);
  const ticks = [];
  for (let tick = Math.floor(least / step) * step; tick < most + step; tick += step)
    ticks.push(Number(tick.toPrecision(12)));
  return ticks;
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((f) => f * power >= rough) ?? 10;
  return factor * power;
}

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const full = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export function shortNumber(value: number): string {
  return short.format(value);
}

export function fullNumber(value: number): string {
  return full.format(value);
}
