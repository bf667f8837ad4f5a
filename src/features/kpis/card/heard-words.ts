import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { everyFeed, type Kpi } from '../../../core/tokens/fact.ts';
import type { Answer } from '../figure/model.ts';

/** "; no data since 02:10 CET": nobody who tells of it is heard. Of what is about feeds "; 1 of 7 feeds silent". */
export function silenceWords({ feed }: Kpi, heard: Answer['heard'], reader: Reader): string {
  const all = heard ?? [];
  const silent = all.filter(({ silentSince }) => silentSince !== null);
  if (feed === everyFeed)
    return silent.length === 0 ? '' : `; ${number(silent.length)} of ${count(all.length, 'feed')} silent`;
  const since = silent[0]?.silentSince;
  return since && silent.length === all.length ? `; no data since ${dayMoment(since, reader)}` : '';
}
