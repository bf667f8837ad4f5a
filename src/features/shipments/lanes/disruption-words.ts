import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Disruption, DisruptionKind } from './disruption-model.ts';

export const disruptionWords: Readonly<Record<DisruptionKind, string>> = {
  strike: 'Strike',
  weather: 'Storm or flood',
  customs: 'Customs backlog',
  other: 'Disruption',
};

/** "Strike at DHL, HAM → FR". */
export function disruptionName({
  kind,
  carrierName,
  origin,
  destination,
}: Pick<Disruption, 'kind' | 'carrierName' | 'origin' | 'destination'>): string {
  const where =
    origin === null && destination === null
      ? 'all lanes'
      : `${origin ?? 'anywhere'} → ${destination ?? 'anywhere'}`;
  return `${disruptionWords[kind]}${carrierName === null ? '' : ` at ${carrierName}`}, ${where}`;
}

/** "since Mon 2 Mar 00:00 CET, until Fri 6 Mar 18:00 CET". */
export function spanWords({ fromAt, untilAt, endedAt }: Disruption, reader: Reader): string {
  const until = endedAt ?? untilAt;
  const begins = fromAt > reader.now ? 'from' : 'since';
  if (!until) return `${begins} ${dayMoment(fromAt, reader)}`;
  return `${endedAt ? 'from' : begins} ${dayMoment(fromAt, reader)} until ${dayMoment(until, reader)}`;
}
