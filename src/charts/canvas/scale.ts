/** Round marks over a range, the range widened to them. */
export interface Ticks {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly all: readonly number[];
}

/** About `wanted` steps of 1, 2, 2.5 or 5 times a power of ten; of whole things never less than one. */
export function ticksOver(from: number, to: number, wanted: number, isWhole: boolean): Ticks {
  const span = to - from || Math.abs(to) || 1;
  const power = 10 ** Math.floor(Math.log10(span / wanted));
  const fits = [1, 2, 2.5, 5, 10].map((n) => n * power).filter((step) => !isWhole || step % 1 === 0);
  const step = fits.find((one) => span / one <= wanted + 1e-9) ?? (isWhole ? 1 : 10 * power);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.max(Math.ceil(to / step - 1e-9), first + 1);
  const all = Array.from({ length: last - first + 1 }, (_, n) =>
    Number(((first + n) * step).toPrecision(12)),
  );
  return { min: first * step, max: last * step, step, all };
}
