import type { Mention } from '../../../core/declare/mention.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { button } from '../../../ui/blocks.ts';
import { showDisrupted } from './actions.ts';
import { type DisruptionOver, disruptionName } from './names.ts';

const standsWords: Readonly<Record<DisruptionOver['stands'], string>> = {
  inside: 'this parcel got into trouble during it',
  before: 'this parcel is on its lanes, and was in trouble before it began',
  late: 'this parcel is on its lanes, and late or going to be',
  beside: 'this parcel is on its lanes, and not in trouble',
};

/** "Strike at DHL, HAM → FR, since Mon 2 Mar 00:00 CET: this parcel got into trouble during it". */
export function strikeMention(one: DisruptionOver, reader: Reader): Mention {
  const { id, fromAt, endedAt, stands } = one;
  const span = endedAt ? `over since ${dayMoment(endedAt, reader)}` : `since ${dayMoment(fromAt, reader)}`;
  return {
    line: `${disruptionName(one)}, ${span}: ${standsWords[stands]}`,
    button: button(showDisrupted, { id }, 'Show its parcels', { key: id }),
  };
}
