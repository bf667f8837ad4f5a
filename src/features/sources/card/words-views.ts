import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../../core/time/reader.ts';
import type { Mark } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import type { Waiting } from '../deliveries/model.ts';
import type { StandingSource } from './model.ts';

const longestReason = 150;
const mostReasons = 3;

/** "last heard 09:40", "heard nothing yet", "paused: 12 deliveries wait". */
export function stateWords({ source, counts }: StandingSource, reader: Reader): string {
  const { lastReceivedAt, stored } = counts;
  if (source.state === 'paused')
    return stored > 0 ? `paused, ${count(stored, 'delivery', 'deliveries')} kept` : 'paused';
  return lastReceivedAt ? `last heard ${momentFor(lastReceivedAt, reader)}` : 'nothing heard yet';
}

export function markOf({ source, counts, refused }: StandingSource): Mark | null {
  if (counts.failed > 0 || counts.parked > 0 || refused.length > 0) return 'attention';
  return source.state === 'paused' ? 'waits' : null;
}

/** "3 parked, 1 failed"; empty: neither. */
export function countsWords({ counts }: StandingSource): string {
  const { parked, failed } = counts;
  return [
    ...(parked > 0 ? [`${number(parked)} parked`] : []),
    ...(failed > 0 ? [`${number(failed)} failed`] : []),
  ].join(', ');
}

/** "refused in 24 h: 12 wrong signature, 2 too old"; empty: none. */
export function refusedWords({ refused }: StandingSource): string {
  if (refused.length === 0) return '';
  const named = refused.slice(0, mostReasons).map((one) => `${number(one.count)} ${one.reason}`);
  return `refused in 24 h: ${named.join(', ')}${refused.length > mostReasons ? ' and others' : ''}`;
}

/** "12 deliveries wait for location 655441491", "1 delivery failed: its total is no amount". */
export function waitingWords({ state, reason, count: many }: Waiting): string {
  const some = count(many, 'delivery', 'deliveries');
  const why = shorten(reason, longestReason);
  if (state === 'failed') return `${some} failed: ${why}`;
  return `${some} ${many === 1 ? 'waits' : 'wait'} for ${why}`;
}
