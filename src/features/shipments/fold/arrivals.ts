import { endOfDay } from '../../../core/time/wall-clock.ts';
import type { Word } from '../telling/kept.ts';
import { type Arrival, personOf } from '../telling/model.ts';
import type { FoldedArrival } from './model.ts';

/**
 * What was said of an arrival, each source's words by themselves: what it only says again is no other. One of us who says a
 * day again means it: what a carrier said in between is not so.
 */
export function arrivalsOf(
  words: readonly Word[],
  what: 'estimate' | 'promise',
  zone: string,
): readonly FoldedArrival[] {
  const last = new Map<string, number>();
  const arrivals: FoldedArrival[] = [];
  for (const { source, saidAt, about } of words) {
    const arrival = about[what];
    if (!arrival) continue;
    const until = untilOf(arrival, zone);
    const isOverruled = personOf(source) !== null && arrivals.at(-1)?.source !== source;
    if (last.get(source) === until.getTime() && !isOverruled) continue;
    last.set(source, until.getTime());
    arrivals.push({ source, saidAt, arrival, until });
  }
  return arrivals;
}

function untilOf(arrival: Arrival, zone: string): Date {
  return arrival.kind === 'date' ? endOfDay(zone, arrival.on) : arrival.at;
}
