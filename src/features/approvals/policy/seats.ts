import { isInGroup, type Voter } from './match.ts';
import type { Group, Stage } from './model.ts';

/** One row per yes that is needed: the indexes of the people who may give it. */
type Seats = readonly (readonly number[])[];

/**
 * Whether every stage finds enough people when a person counts in one stage only: a matching of seats to people, found
 * seat by seat along augmenting paths (Kuhn's algorithm).
 */
export function canFillStages(stages: readonly Stage[], people: readonly Voter[]): boolean {
  return fillSeats(stages, people) !== null;
}

/** The ids of the people in one full seating; null: there is none. */
export function fillSeats(stages: readonly Stage[], people: readonly Voter[]): ReadonlySet<string> | null {
  // Refused before the seats are built: a rule may need a million people.
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
  return people.flatMap((person, index) => (isInGroup(of, person) ? [index] : []));
}

/** Finds a person for the seat, moving seated people to other seats they fit. */
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
