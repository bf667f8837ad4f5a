import type { Clock } from './clock.ts';
import type { Feed } from './feed.ts';
import type { Ids } from './ids.ts';
import type { Problem, TrafficEntry } from './types.ts';

const KEPT = 2_000;

/** The log of every call and delivery in both directions, and of everything Slack would have refused. */
export class Journal {
  traffic: TrafficEntry[] = [];
  problems: Problem[] = [];
  #clock: Clock;
  #ids: Ids;
  #feed: Feed;

  constructor(clock: Clock, ids: Ids, feed: Feed) {
    this.#clock = clock;
    this.#ids = ids;
    this.#feed = feed;
  }

  record(entry: Omit<TrafficEntry, 'id' | 'at'>): void {
    const id = this.#ids.next('Tr');
    this.traffic.push({ id, at: this.#clock.now(), ...entry });
    if (this.traffic.length > KEPT) this.traffic.shift();
    this.#feed.announce({ type: 'traffic', id });
  }

  /** Entries after this one; all of them when it is no longer known. */
  trafficAfter(id: string | undefined): TrafficEntry[] {
    return this.traffic.slice(this.traffic.findLastIndex((entry) => entry.id === id) + 1);
  }

  problem(kind: string, where: string, detail: string): void {
    this.problems.push({ at: this.#clock.now(), kind, where, detail });
    this.#feed.announce({ type: 'problem' });
  }

  clear(): void {
    this.traffic = [];
    this.problems = [];
  }
}
