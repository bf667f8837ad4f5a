import { isIn, type Voter } from './match.ts';
import type { Group, Stage } from './model.ts';

/** For each yes that is needed, who may give it: one row per seat, the indexes of its people. */
type Seats = readonly (readonly number[])[];

/**
 * Whether every stage finds the people it needs when everybody counts once over all stages: a matching of seats to
 * people, found seat by seat along augmenting paths (Kuhn's algorithm).
 */
export function canFill(stages: readonly Stage[], people: readonly Voter[]): boolean {
  return fill(stages, people) !== null;
}

/** One way to fill all seats: the ids of those who sit; null: there is none. */
export function fill(stages: readonly Stage[], people: readonly Voter[]): ReadonlySet<string> | null {
  // More seats than people cannot be filled, and need not be counted out: somebody may have asked for a million.
  if (stages.reduce((sum, { needs }) => sum + needs, 0) > people.length) return null;
  const seats: Seats = stages.flatMap(({ needs, of }) => {
    const fitting = indexesIn(of, people);
    return Array.from({ length: needs }, () => fitting);
  });
  const seatOf = new Map<number, number>();
  for (const seat of seats.keys()) if (!place(seat, seats, seatOf, new Set())) return null;
  return new Set([...seatOf.keys()].map((index) => people[index]?.id ?? ''));
}

function indexesIn(of: Group, people: readonly Voter[]): readonly number[] {
  return people.flatMap((person, index) => (isIn(of, person) ? [index] : []));
}

/** Finds somebody for the seat, moving others to seats they fit as well. */
function place(seat: number, seats: Seats, seatOf: Map<number, number>, tried: Set<number>): boolean {
  for (const person of seats[seat] ?? []) {
    if (tried.has(person)) continue;
    tried.add(person);
    const taken = seatOf.get(person);
    if (taken === undefined || place(taken, seats, seatOf, tried)) {
      seatOf.set(person, seat);
      return true;
    }
  }
  return false;
}
