import type { Json } from '../../../state/types.ts';

export interface Series {
  name: string;
  values: number[];
}

/** A `data_visualization` chart with axes, in numbers: one value per category and series. */
export interface Plot {
  type: string;
  categories: string[];
  series: Series[];
  xLabel: string;
  yLabel: string;
}

export interface Segment {
  label: string;
  value: number;
}

export function plotOf(chart: Json): Plot {
  const axis = (chart.axis_config ?? {}) as Json;
  const categories = axis.categories as string[];
  const series = (chart.series as { name: string; data: { label: string; value: number }[] }[]).map(
    ({ name, data }) => ({
      name,
      // The points may come in any order; their labels give their category.
      values: categories.map((category) => data.find((point) => point.label === category)?.value ?? 0),
    }),
  );
  return {
    type: String(chart.type),
    categories,
    series,
    xLabel: String(axis.x_label ?? ''),
    yLabel: String(axis.y_label ?? ''),
  };
}

export function segmentsOf(chart: Json): Segment[] {
  return chart.segments as Segment[];
}
