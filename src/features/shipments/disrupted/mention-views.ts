import type { Mention } from '../../../core/declare/mention.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { button } from '../../../ui/blocks.ts';
import { showDisrupted } from './actions.ts';
import { type DisruptionOver, disruptionName } from './names.ts';

/** "Strike at DHL, HAM → FR, since Mon 2 Mar 00:00 CET: it came into trouble inside it". */
export function strikeMention(one: DisruptionOver, reader: Reader): Mention {
  const { id, fromAt, endedAt, inside } = one;
  const span = endedAt ? `over since ${dayMoment(endedAt, reader)}` : `since ${dayMoment(fromAt, reader)}`;
  return {
    line: `${disruptionName(one)}, ${span}: ${inside ? 'it came into trouble inside it' : 'it is on its lanes, and not in trouble'}`,
    button: button(showDisrupted, { id }, 'Show its parcels', { key: id }),
  };
}
