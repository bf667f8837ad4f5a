import type { Mention } from '../../../core/declare/mention.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { button } from '../../../ui/blocks.ts';
import { showDisrupted } from './actions.ts';
import { type DisruptionOver, disruptionName } from './names.ts';

const standsWords: Readonly<Record<DisruptionOver['stands'], string>> = {
  inside: 'it came into trouble inside it',
  before: 'it is on its lanes, and was in trouble before that',
  late: 'it is on its lanes, and late or going to be',
  beside: 'it is on its lanes, and not in trouble',
};

/** "Strike at DHL, HAM → FR, since Mon 2 Mar 00:00 CET: it came into trouble inside it". */
export function strikeMention(one: DisruptionOver, reader: Reader): Mention {
  const { id, fromAt, endedAt, stands } = one;
  const span = endedAt ? `over since ${dayMoment(endedAt, reader)}` : `since ${dayMoment(fromAt, reader)}`;
  return {
    line: `${disruptionName(one)}, ${span}: ${standsWords[stands]}`,
    button: button(showDisrupted, { id }, 'Show its parcels', { key: id }),
  };
}
