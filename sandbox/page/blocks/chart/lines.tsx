import type { Place } from './frame.tsx';
import { fullNumber } from './scale.ts';
import type { Plot, Series } from './shape.ts';

/** One line per series with a mark at each value; areas are filled down to zero. */
export function Lines({ plot, place }: { plot: Plot; place: Place }) {
  return (
    <>
      {plot.series.map((series, s) => (
        <g key={series.name} class={`line chart-${s}`}>
          {plot.type === 'area' && (
            <path class="area" d={`${path(series, place)} ${backAlongZero(plot, place)}`} />
          )}
          <path d={path(series, place)} />
          {series.values.map((value, i) => (
            <circle key={plot.categories[i]} cx={place.x(i)} cy={place.y(value)} r="3.2">
              <title>{`${series.name}, ${plot.categories[i]}: ${fullNumber(value)}`}</title>
            </circle>
          ))}
        </g>
      ))}
    </>
  );
}

function path(series: Series, place: Place): string {
  return series.values.map((value, i) => `${i === 0 ? 'M' : 'L'}${place.x(i)} ${place.y(value)}`).join(' ');
}

function backAlongZero(plot: Plot, place: Place): string {
  return `L${place.x(plot.categories.length - 1)} ${place.y(0)} L${place.x(0)} ${place.y(0)} Z`;
}
