import { grouped } from './grouped.ts';
import {
  type Entry,
  type Leg,
  type Shelf,
  type Standing,
  type Statement,
  shelfKey,
  type Told,
} from './model.ts';

const unknown: Standing = { atMoment: 0, now: 0, next: null };

/** A shelf at a moment. */
export const momentKey = (shelf: Shelf, at: Date): string => `${shelfKey(shelf)} ${at.getTime()}`;

/**
 * What to write for an entry: itself and, for legs that a statement at or after its moment has already counted, the
 * opposite ones at that statement. So the past moves and the present does not.
 *
 * `countedBy` names that statement's moment.
 */
export function withAbsorbed(entry: Entry, countedBy: (leg: Leg) => Date | null): readonly Entry[] {
  const opposite = new Map<number, Leg[]>();
  for (const leg of entry.legs) {
    const at = countedBy(leg)?.getTime();
    if (at === undefined) continue;
    opposite.set(at, [...(opposite.get(at) ?? []), { ...leg, quantity: -leg.quantity }]);
  }
  return [
    entry,
    ...[...opposite].map(([at, legs]) => ({ ...entry, cause: 'absorbed', occurredAt: new Date(at), legs })),
  ];
}

/**
 * What statements change, by `momentKey`: each its own moment and those before the next statement, known or told with it.
 * Of two about one moment the last counts. In the order of their moments.
 */
export function tell(
  statements: readonly Statement[],
  standing: ReadonlyMap<string, Standing>,
): readonly Told[] {
  const last = new Map(statements.map((one) => [momentKey(one, one.asOf), one]));
  const following = new Map<string, Date>();
  return [...last.values()]
    .sort((a, b) => b.asOf.getTime() - a.asOf.getTime())
    .map((one) => {
      const known = standing.get(momentKey(one, one.asOf)) ?? unknown;
      const next = earlier(known.next, following.get(shelfKey(one)) ?? null);
      following.set(shelfKey(one), one.asOf);
      const difference = one.quantity - known.atMoment;
      return { ...one, difference, next, now: next ? known.now : known.now + difference };
    })
    .reverse();
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}

/** The entries of what was told: one for each location and moment, with a leg for each difference. */
export function entriesOf(
  told: readonly Told[],
  { cause, reference, by }: Pick<Entry, 'cause' | 'reference' | 'by'>,
): readonly Entry[] {
  const differing = grouped(
    told.filter(({ difference }) => difference !== 0),
    ({ locationId, asOf }) => `${locationId} ${asOf.getTime()}`,
  );
  return [...differing.values()].flatMap((ones) => {
    const next = new Map(ones.map((one) => [shelfKey(one), one.next]));
    const legs = ones.map(({ skuId, locationId, bucket, difference }) => ({
      skuId,
      locationId,
      bucket,
      quantity: difference,
    }));
    const occurredAt = ones[0]?.asOf as Date;
    return withAbsorbed(
      { cause, reference, note: null, by, occurredAt, legs },
      (leg) => next.get(shelfKey(leg)) ?? null,
    );
  });
}
