import { endOfDay } from '../../../core/time/wall-clock.ts';
import type { Word } from '../telling/kept.ts';
import type { Arrival } from '../telling/model.ts';
import type { FoldedArrival } from './model.ts';

/** What was said of an arrival, each source's words by themselves: what it only says again is no other. */
export function arrivalsOf(
  words: readonly Word[],
  what: 'estimate' | 'promise',
  zone: string,
): readonly FoldedArrival[] {
  const last = new Map<string, number>();
  return words.flatMap(({ source, saidAt, about }) => {
    const arrival = about[what];
    if (!arrival) return [];
    const until = untilOf(arrival, zone);
    if (last.get(source) === until.getTime()) return [];
    last.set(source, until.getTime());
    return [{ source, saidAt, arrival, until }];
  });
}

function untilOf(arrival: Arrival, zone: string): Date {
  return arrival.kind === 'date' ? endOfDay(zone, arrival.on) : arrival.at;
}
