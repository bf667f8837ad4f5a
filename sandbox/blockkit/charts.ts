import {
  blockId,
  byType,
  type Check,
  type Issue,
  is,
  isObject,
  list,
  number,
  object,
  refuse,
  string,
} from './check.ts';

const MOST_PARTS = 12;
const MOST_POINTS = 20;
const name = string(20);

const positive: Check = (value, pointer, issues) => {
  number(value, pointer, issues);
  if (typeof value === 'number' && value <= 0) refuse(issues, pointer, 'must be more than 0');
};

const pie = object({ type: is('pie'), segments: list(object({ label: name, value: positive }), MOST_PARTS) });

const point = object({ label: name, value: number });
const series = object({ name, data: list(point, MOST_POINTS) });
const axis = object({ categories: list(name, MOST_POINTS) }, { x_label: string(50), y_label: string(50) });
const plotted = (type: string) =>
  object({ type: is(type), series: list(series, MOST_PARTS), axis_config: axis }, {}, pointsMatchCategories);

export const dataVisualization: Check = object(
  {
    type: is('data_visualization'),
    title: string(50),
    chart: byType({ pie, bar: plotted('bar'), area: plotted('area'), line: plotted('line') }, 'a chart'),
  },
  { block_id: blockId },
);

/** Each series has its own name and exactly one point per category. */
function pointsMatchCategories(chart: Record<string, unknown>, pointer: string, issues: Issue[]): void {
  const axisConfig = isObject(chart.axis_config) ? chart.axis_config : {};
  const categories = Array.isArray(axisConfig.categories) ? axisConfig.categories : [];
  if (new Set(categories).size < categories.length)
    refuse(issues, `${pointer}/axis_config/categories`, 'categories must be unique');
  const names = new Set<unknown>();
  for (const [i, one] of (Array.isArray(chart.series) ? chart.series : []).entries()) {
    if (!isObject(one)) continue;
    if (names.has(one.name)) refuse(issues, `${pointer}/series/${i}/name`, 'series names must be unique');
    names.add(one.name);
    const labels = (Array.isArray(one.data) ? one.data : []).map((p) => (isObject(p) ? p.label : undefined));
    const complete = categories.every((category) => labels.filter((l) => l === category).length === 1);
    if (!complete || labels.length !== categories.length)
      refuse(issues, `${pointer}/series/${i}/data`, 'must have one point for each category');
  }
}
