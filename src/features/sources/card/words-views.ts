import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../../core/time/reader.ts';
import type { Mark } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import { code, joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { keepBodiesDays, type Waiting } from '../deliveries/model.ts';
import type { StandingSource } from './model.ts';

const longestReason = 150;
const mostReasons = 3;

function keptWords(stored: number): string {
  const days = `${stored === 1 ? '' : 'each '}for ${keepBodiesDays} days`;
  return `${count(stored, 'delivery', 'deliveries')} kept, ${days}`;
}

/** "last heard 09:40", "nothing heard yet", "paused, 12 deliveries kept, each for 30 days". */
export function stateWords({ source, counts }: StandingSource, reader: Reader): string {
  const { lastReceivedAt, stored } = counts;
  if (source.state === 'paused') return stored > 0 ? `paused, ${keptWords(stored)}` : 'paused';
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
export function waitingWords({ state, reason, count: many }: Waiting): Mrkdwn {
  const some = count(many, 'delivery', 'deliveries');
  const why = reasonWords(reason, longestReason);
  if (state === 'failed') return mrkdwn`${some} failed: ${why}`;
  return mrkdwn`${some} ${many === 1 ? 'waits' : 'wait'} for ${why}`;
}

const fieldPath = /([A-Za-z]\w*(?:[._]\w+)+)/;

/** A reason whose field, such as line_items.0.requires_shipping, stands as it is written over there, to be copied. */
export function reasonWords(reason: string, max: number): Mrkdwn {
  const parts = shorten(reason, max)
    .split(fieldPath)
    .map((part, n) => (n % 2 === 1 ? code(part) : mrkdwn`${part}`));
  return joined(parts, '');
}

/** Why signatures may be wrong: the secret before this one has ended, and may still be in use. Empty: nothing tells so. */
export function endedSecretWords({ source, refused }: StandingSource, reader: Reader): string {
  const { previousUntil } = source;
  if (!previousUntil || previousUntil > reader.now) return '';
  if (!refused.some(({ reason }) => reason === 'wrong signature')) return '';
  return `The secret before this one ended ${momentFor(previousUntil, reader)}: enter the new one over there`;
}
