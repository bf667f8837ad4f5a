import { hashOf } from '../../../core/text/content-hash.ts';
import { statuses } from '../status/model.ts';
import type { KeptEvent, Word } from '../telling/kept.ts';

/**
 * The events in the order in which they count: by when they happened, then by how far they bring a parcel, then by their
 * keys; never by when they came. Each once: of two under one key that say different things, the greater hash counts.
 */
export function eventsInOrder(events: readonly KeptEvent[]): readonly KeptEvent[] {
  const apart = new Map<string, KeptEvent>();
  for (const one of events) {
    const key = JSON.stringify([one.source, one.key]);
    const other = apart.get(key);
    if (!other || hashOf(one) > hashOf(other)) apart.set(key, one);
  }
  return sortedBy([...apart.values()], ({ at, lifts, status, key, source }) => [
    at.getTime(),
    lifts ? statuses.length : statuses.indexOf(status),
    key,
    source,
  ]);
}

/** The same of words: by when they were said, then by what they say. */
export function wordsInOrder(words: readonly Word[]): readonly Word[] {
  const key = ({ saidAt, hash, source }: Word) => [saidAt.getTime(), hash, source];
  return sortedBy([...new Map(words.map((one) => [JSON.stringify(key(one)), one])).values()], key);
}

function sortedBy<One>(
  list: readonly One[],
  keysOf: (one: One) => readonly (string | number)[],
): readonly One[] {
  return list.toSorted((a, b) => {
    const [of, against] = [keysOf(a), keysOf(b)];
    const n = of.findIndex((key, at) => key !== against[at]);
    return n < 0 ? 0 : (of[n] ?? 0) < (against[n] ?? 0) ? -1 : 1;
  });
}
