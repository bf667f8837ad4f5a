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
  const lives: { events: KeptEvent[]; words: Word[] }[] = [{ events: [], words: [] }];
  /** When each life is over for good. */
  const ends: number[] = [];
  for (const one of events) {
    const life = lives.at(-1);
    const over = life && !one.lifts ? overAt(life.events, one.at) : Infinity;
    if (one.at.getTime() < over) life?.events.push(one);
    else {
      ends.push(over);
      lives.push({ events: [one], words: [] });
    }
  }
  for (const word of words)
    lives[ends.filter((end) => end <= word.saidAt.getTime()).length]?.words.push(word);
  return lives;
}

/** Only looked at where it can be: most parcels never live so long. */
function overAt(life: readonly KeptEvent[], at: Date): number {
  const [first] = life;
  if (!first || at.getTime() - first.at.getTime() < reuseMs) return Infinity;
  const { endedAt } = walked(life);
  return endedAt ? endedAt.getTime() + reuseMs : Infinity;
}
