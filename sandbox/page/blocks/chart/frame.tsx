import type { ComponentChildren } from 'preact';
import { shortNumber } from './scale.ts';
import type { Plot } from './shape.ts';

const WIDTH = 620;
const HEIGHT = 250;
const LEFT = 48;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 28;
const LABEL = 18;

export interface Place {
  /** The centre of a category, and the width of its column. */
  x: (index: number) => number;
  column: number;
  y: (value: number) => number;
  /** The bottom of the axis, and the size of the whole drawing. */
  floor: number;
  height: number;
}

export function placeOf(plot: Plot, ticks: number[]): Place {
  const column = (WIDTH - LEFT - RIGHT) / plot.categories.length;
  const [least = 0, most = 1] = [ticks[0], ticks.at(-1)];
  const floor = HEIGHT - BOTTOM;
  return {
    column,
    x: (index) => LEFT + column * (index + 0.5),
    y: (value) => TOP + (floor - TOP) * (1 - (value - least) / (most - least)),
    floor,
    height: HEIGHT + (plot.xLabel ? LABEL : 0),
  };
}

/** Axes, grid lines and labels around a chart; labels without room are left out evenly. */
export function Frame(props: { plot: Plot; ticks: number[]; place: Place; children: ComponentChildren }) {
  const { plot, ticks, place, children } = props;
  const longest = Math.max(...plot.categories.map((name) => name.length));
  const every = Math.ceil((longest * 6.4 + 10) / place.column);
  return (
    <svg class="plot" viewBox={`0 0 ${WIDTH} ${place.height}`} aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick} class={tick === 0 ? 'grid zero' : 'grid'}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={place.y(tick)} y2={place.y(tick)} />
          <text x={LEFT - 8} y={place.y(tick) + 4} text-anchor="end">
            {shortNumber(tick)}
          </text>
        </g>
      ))}
      {children}
      {plot.categories.map((name, i) =>
        i % every === 0 ? (
          <text key={name} class="category" x={place.x(i)} y={place.floor + LABEL} text-anchor="middle">
            {name}
          </text>
        ) : null,
      )}
      <text class="axis-label" x={(LEFT + WIDTH - RIGHT) / 2} y={place.height - 6} text-anchor="middle">
        {plot.xLabel}
      </text>
      <text
        class="axis-label"
        transform={`translate(11 ${place.floor / 2}) rotate(-90)`}
        text-anchor="middle"
      >
        {plot.yLabel}
      </text>
    </svg>
  );
}
