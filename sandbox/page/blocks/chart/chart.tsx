import type { Json } from '../../../state/types.ts';
import { Bars } from './bars.tsx';
import { Frame, placeOf } from './frame.tsx';
import { Lines } from './lines.tsx';
import { Pie, percent } from './pie.tsx';
import { fullNumber, ticksFor } from './scale.ts';
import { type Plot, plotOf, type Segment, segmentsOf } from './shape.ts';

/** A native chart. Screen readers get the same numbers as a table. */
export function Chart({ block }: { block: Json }) {
  const chart = block.chart as Json;
  return (
    <figure class="chart" data-testid="chart">
      <figcaption>{String(block.title)}</figcaption>
      {chart.type === 'pie' ? (
        <PieWithNames segments={segmentsOf(chart)} />
      ) : (
        <Plotted plot={plotOf(chart)} />
      )}
    </figure>
  );
}

function Plotted({ plot }: { plot: Plot }) {
  const ticks = ticksFor(plot.series.flatMap((series) => series.values));
  const place = placeOf(plot, ticks);
  return (
    <>
      <Frame plot={plot} ticks={ticks} place={place}>
        {plot.type === 'bar' ? <Bars plot={plot} place={place} /> : <Lines plot={plot} place={place} />}
      </Frame>
      {plot.series.length > 1 && <Legend names={plot.series.map((series) => series.name)} />}
      <table class="for-readers">
        <tbody>
          {plot.series.flatMap((series) =>
            series.values.map((value, i) => (
              <tr key={`${series.name} ${plot.categories[i]}`}>
                <th scope="row">{`${series.name}, ${plot.categories[i]}`}</th>
                <td>{fullNumber(value)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </>
  );
}

function PieWithNames({ segments }: { segments: Segment[] }) {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0);
  return (
    <div class="pie-row">
      <Pie segments={segments} />
      <Legend
        names={segments.map((segment) => segment.label)}
        values={segments.map(({ value }) => `${fullNumber(value)} · ${percent(value / total)}`)}
      />
    </div>
  );
}

function Legend({ names, values }: { names: string[]; values?: string[] }) {
  return (
    <ul class="legend">
      {names.map((name, i) => (
        <li key={name}>
          <span class={`swatch chart-${i}`} />
          <span>{name}</span>
          {values && <b>{values[i]}</b>}
        </li>
      ))}
    </ul>
  );
}
