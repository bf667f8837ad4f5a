import type { LineSeriesOption } from 'echarts';
import type { TrendChart } from '../model.ts';
import { shaded } from './runs.ts';
import type { Space } from './space.ts';

/** Of days that are over the full line, of open ones a paler one that begins at the last that is over. */
export function linesOf(chart: TrendChart, space: Space, width: number): LineSeriesOption[] {
  const { days, sizes, colours, each } = space;
  const wide = sizes.line * (each < 4 ? 0.6 : 1);
  const isAlone = (n: number) => days[n - 1]?.value == null && days[n + 1]?.value == null;
  const dots = each >= (width === 360 ? 9 : 16);
  const series = (values: readonly (number | null)[], color: string, own: (n: number) => boolean) => ({
    type: 'line' as const,
    data: values.map((value, n) => ({
      value: [n, value ?? '-'],
      symbolSize: own(n) && (dots || isAlone(n)) ? sizes.line * (dots ? 2 : 1.6) : 0,
    })),
    symbol: 'circle',
    showAllSymbol: true,
    silent: true,
    lineStyle: { color, width: wide, cap: 'round' as const, join: 'round' as const },
    itemStyle: { color },
  });
  const over = days.map(({ value, isOpen }) => (isOpen ? null : value));
  const open = days.map(({ value, isOpen }, n) => (isOpen || days[n + 1]?.isOpen ? value : null));
  const { target } = chart;
  return [
    {
      ...series(open, colours.open, (n) => Boolean(days[n]?.isOpen)),
      z: 3,
      markArea: {
        silent: true,
        itemStyle: { color: colours.shade },
        data: shaded(space).map(({ from, to }) => [{ xAxis: from - 0.5 }, { xAxis: to + 0.5 }]),
      },
    },
    { ...series(over, colours.value, (n) => !days[n]?.isOpen), z: 4 },
    ...(target === null
      ? []
      : [
          {
            type: 'line' as const,
            data: [
              [-0.5, target],
              [Math.max(days.length, 1) - 0.5, target],
            ],
            symbol: 'none',
            silent: true,
            z: 2,
            lineStyle: {
              color: colours.target,
              width: sizes.line * 0.6,
              type: [sizes.line * 3, sizes.line * 2],
            },
          },
        ]),
  ];
}
