import type { Place } from './frame.tsx';
import { fullNumber } from './scale.ts';
import type { Plot } from './shape.ts';

const WIDEST = 44;

/** Bars of the same category are side by side. */
export function Bars({ plot, place }: { plot: Plot; place: Place }) {
  const group = Math.min(place.column * 0.72, WIDEST * plot.series.length);
  const width = group / plot.series.length;
  return (
    <>
      {plot.series.flatMap((series, s) =>
        series.values.map((value, i) => (
          <rect
            key={`${series.name} ${plot.categories[i]}`}
            class={`chart-${s}`}
            x={place.x(i) - group / 2 + s * width + 1}
            width={Math.max(width - 2, 1)}
            y={Math.min(place.y(value), place.y(0))}
            height={Math.max(Math.abs(place.y(0) - place.y(value)), value === 0 ? 0 : 1)}
            rx={Math.min(3, width / 4)}
          >
            <title>{`${series.name}, ${plot.categories[i]}: ${fullNumber(value)}`}</title>
          </rect>
        )),
      )}
    </>
  );
}
