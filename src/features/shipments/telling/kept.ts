import { codeKey } from '../../../core/text/code-key.ts';
import { hashOf } from '../../../core/text/content-hash.ts';
import type { AboutSaid, EventSaid, ShipmentStatement } from './model.ts';

/** An event as it is kept: once, however often it was told. */
export interface KeptEvent extends Omit<EventSaid, 'key'> {
  readonly source: string;
  /** The source's id of it, else a hash of when, what and where: never of when it came. */
  readonly key: string;
}

/** What a source said at a moment, besides events. */
export interface Word {
  readonly source: string;
  readonly saidAt: Date;
  /** Of what it says: settles which of two of one moment counts. */
  readonly hash: string;
  /** As it is written. */
  readonly tracking: string;
  readonly formerly: readonly string[];
  readonly about: AboutSaid;
}

export function eventsOf({ source, events }: ShipmentStatement): readonly KeptEvent[] {
  return events.map((said) => {
    const { at, code, place, status, lifts } = said;
    // Without a code, as of people, what it says is what it is.
    const what = code ?? `${status} ${lifts}`;
    return { ...said, source, key: said.key ?? hashOf({ at, what, place }) };
  });
}

export function wordOf({ source, saidAt, tracking, formerly, about }: ShipmentStatement): Word {
  const keys = [tracking, ...formerly].map(codeKey);
  return { source, saidAt, hash: hashOf({ keys, about }), tracking, formerly, about };
}
