import { unknownLane } from '../fold/lane-rules.ts';

/** "HAM → DE 10", "to FR, origin unknown", "unknown lane". */
export function laneWords(lane: string): string {
  if (lane === unknownLane) return 'unknown lane';
  const [from, to] = lane.split(' → ');
  if (from === unknownLane) return `to ${to}, origin unknown`;
  return to === unknownLane ? `from ${from}, destination unknown` : lane;
}
