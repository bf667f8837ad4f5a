import { expect, test } from 'vitest';
import { ticksFor } from './scale.ts';
import { plotOf } from './shape.ts';

test.each([
  [
    [3, 42, 87],
    [0, 25, 50, 75, 100],
  ],
  [
    [0.2, 0.9],
    [0, 0.25, 0.5, 0.75, 1],
  ],
  [
    [-30, 60],
    [-50, -25, 0, 25, 50, 75],
  ],
  [
    [0, 0],
    [0, 0.25, 0.5, 0.75, 1],
  ],
])('an axis for %j has round ticks and covers all values', (values, ticks) => {
  expect(ticksFor(values)).toEqual(ticks);
});

test('points are placed by category, in whatever order they come', () => {
  const plot = plotOf({
    type: 'line',
    axis_config: { categories: ['Mon', 'Tue'] },
    series: [
      {
        name: 'Orders',
        data: [
          { label: 'Tue', value: 2 },
          { label: 'Mon', value: 1 },
        ],
      },
    ],
  });
  expect(plot.series).toEqual([{ name: 'Orders', values: [1, 2] }]);
});
