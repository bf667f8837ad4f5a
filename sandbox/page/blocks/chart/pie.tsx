import { fullNumber } from './scale.ts';
import type { Segment } from './shape.ts';

const SIZE = 180;
const OUTER = 86;
const INNER = 50;

/** A ring: the open centre keeps thin segments apart. */
export function Pie({ segments }: { segments: Segment[] }) {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0);
  let begun = 0;
  return (
    <svg class="pie" viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      {segments.map((segment, s) => {
        const from = begun / total;
        begun += segment.value;
        return (
          <path key={segment.label} class={`chart-${s}`} d={slice(from, begun / total)} fill-rule="evenodd">
            <title>{`${segment.label}: ${fullNumber(segment.value)} (${percent(segment.value / total)})`}</title>
          </path>
        );
      })}
    </svg>
  );
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}

/** A segment of the ring between two fractions of a turn, starting at the top. */
function slice(from: number, to: number): string {
  // A full turn ends where it begins and would draw nothing.
  const end = Math.min(to, from + 0.99999);
  const far = end - from > 0.5 ? 1 : 0;
  const at = (share: number, radius: number) => {
    const angle = (share - 0.25) * 2 * Math.PI;
    return `${SIZE / 2 + radius * Math.cos(angle)} ${SIZE / 2 + radius * Math.sin(angle)}`;
  };
  return [
    `M${at(from, OUTER)} A${OUTER} ${OUTER} 0 ${far} 1 ${at(end, OUTER)}`,
    `L${at(end, INNER)} A${INNER} ${INNER} 0 ${far} 0 ${at(from, INNER)} Z`,
  ].join(' ');
}
