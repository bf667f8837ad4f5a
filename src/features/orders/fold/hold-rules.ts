import type { Kept } from '../telling/hash.ts';
import type { FoldedHold } from './model.ts';

/**
 * While an order was held: from the first statement that says so after one that it is free, until the next that it is
 * free. A source that tells no moments is known by when it says it: the hold began then at the latest.
 */
export function holdsOf(statements: readonly Kept[]): readonly FoldedHold[] {
  const open = new Map<string, FoldedHold>();
  const holds: FoldedHold[] = [];
  for (const { source, versionAt, holds: said = [] } of statements)
    for (const { key, held, reason, by } of said) {
      const id = JSON.stringify([source, key]);
      const before = open.get(id);
      if (held) {
        const from = before?.from ?? versionAt;
        const why = reason ?? before?.reason ?? null;
        open.set(id, { source, key, from, until: null, reason: why, by: by ?? before?.by ?? null });
      } else if (before) {
        open.delete(id);
        if (versionAt > before.from) holds.push({ ...before, until: versionAt });
      }
    }
  const order = (one: FoldedHold) => `${one.from.toISOString()} ${one.source} ${one.key}`;
  return [...holds, ...open.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

export interface Span {
  readonly from: Date;
  /** Null: it lasts. */
  readonly until: Date | null;
}

/** Two who hold an order at once hold it once. `holds`: the earliest first. */
export function heldSpans(holds: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { from, until } of holds) {
    const last = spans.at(-1);
    if (!last || (last.until !== null && last.until < from)) spans.push({ from, until });
    else if (last.until !== null)
      spans[spans.length - 1] = {
        from: last.from,
        until: until === null || until > last.until ? until : last.until,
      };
  }
  return spans;
}
