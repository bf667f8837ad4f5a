import { number } from '../../core/text/quantity.ts';
import { count, listOf } from '../../core/text/sentence.ts';
import type { Told } from '../../core/tokens/approval.ts';
import type { Tally } from './model.ts';

/** The request for its approvers: what, and the first rows. */
export function tellBulk({
  asks,
  count: rows,
  first,
  lines,
}: {
  readonly asks: string;
  readonly count: number;
  readonly first: readonly string[];
  readonly lines: readonly (readonly [label: string, value: string])[];
}): Told {
  const left = rows - first.length;
  const names = [...first, ...(left > 0 ? [`and ${number(left)} more`] : [])];
  return { what: asks, lines: [[rows === 1 ? 'It is' : 'They are', names.join('; ')], ...lines] };
}

/** "38 asked for already, 3 changed meanwhile, 2 could not be done"; null: all were done. */
export function leftWords(
  all: number,
  { done = 0, already = 0, changed = 0, refused = 0, failed = 0 }: Tally,
  alreadySo: string,
): string | null {
  const unreached = all - done - already - changed - refused - failed;
  const parts = [
    ...(already > 0 ? [`${number(already)} ${alreadySo}`] : []),
    ...(changed > 0 ? [`${number(changed)} changed meanwhile`] : []),
    ...(refused > 0 ? [`${number(refused)} could not be done`] : []),
    ...(failed > 0 ? [`${number(failed)} broke`] : []),
    ...(unreached > 0 ? [`${number(unreached)} not reached`] : []),
  ];
  return parts.length > 0 ? listOf(parts) : null;
}

/** "46 issues", "41 of 46 issues". */
export function someOf(done: number, all: number, one: string): string {
  return done === all ? count(all, one) : `${number(done)} of ${count(all, one)}`;
}
