import { isSettled } from '../status/rules.ts';
import type { KeptEvent, Word } from '../telling/kept.ts';
import { walked } from './walk.ts';

/** Carriers use a number again, but not so soon after its parcel has arrived. */
export const reuseMs = 120 * 86_400_000;

/** What happened to one parcel of those that had the number, and what was said of it. */
export interface Life {
  readonly events: readonly KeptEvent[];
  readonly words: readonly Word[];
}

/** The parcels that had one number, the first one first. Events and words are in their orders. */
export function livesOf(events: readonly KeptEvent[], words: readonly Word[]): readonly Life[] {
  const lives = [newLife()];
  /** When each life is over for good. */
  const ends: number[] = [];
  for (const one of events) {
    const life = lives.at(-1);
    const over = life && !one.lifts ? overAt(life, one.at) : Infinity;
    if (life && one.at.getTime() < over) push(life, one);
    else {
      ends.push(over);
      const next = newLife();
      push(next, one);
      lives.push(next);
    }
  }
  for (const word of words)
    lives[ends.filter((end) => end <= word.saidAt.getTime()).length]?.words.push(word);
  return lives.map(({ events: own, words: said }) => ({ events: own, words: said }));
}

interface Growing extends Life {
  readonly events: KeptEvent[];
  readonly words: Word[];
  /** When the first that may be its end happened, in milliseconds. */
  endable: number;
  /** When it ended; `unknown`: something has happened since that may say otherwise. */
  ended: Date | null | 'unknown';
}

function newLife(): Growing {
  return { events: [], words: [], endable: Infinity, ended: null };
}

function push(life: Growing, one: KeptEvent): void {
  life.events.push(one);
  if (one.status === 'delivered' || one.status === 'cancelled')
    life.endable = Math.min(life.endable, one.at.getTime());
  if (one.lifts || isSettled(one.status)) life.ended = 'unknown';
}

/** Walked only where it can be over: a number that everybody uses, such as "none", has thousands of events. */
function overAt(life: Growing, at: Date): number {
  if (at.getTime() - life.endable < reuseMs) return Infinity;
  if (life.ended === 'unknown') life.ended = walked(life.events).endedAt;
  return life.ended ? life.ended.getTime() + reuseMs : Infinity;
}
