import type { Bench } from './suites.ts';

/** How long one thing took, each time. */
export interface Timing {
  readonly name: string;
  readonly connections: number;
  /** Milliseconds, the shortest first. */
  readonly times: readonly number[];
}

/** The time within which this share of them ended. */
export const within = ({ times }: Timing, share: number) =>
  times[Math.floor(times.length * share)] ?? Number.NaN;

/** What is timed: it takes one measurement each time, in milliseconds. */
export type Timed = Readonly<Record<string, () => Promise<number>>>;

/** Times them in turn, round after round; the first round warms up and is not counted. */
export async function timeAll(
  timed: Timed,
  { plan: { rounds, seconds }, say, goOn }: Pick<Bench, 'plan' | 'say' | 'goOn'>,
  connections = 1,
): Promise<readonly Timing[]> {
  const taken = Object.entries(timed).map(([name, time]) => ({
    name,
    time,
    connections,
    times: [] as number[],
  }));
  for (let round = 0; round <= rounds; round++) {
    say(`times, concurrency ${connections}, round ${round} of ${rounds}`);
    for (const { time, times } of taken) {
      goOn();
      const until = performance.now() + seconds * 1_000;
      const loop = async () => {
        do {
          const took = await time();
          if (round > 0) times.push(took);
        } while (performance.now() < until);
      };
      await Promise.all(Array.from({ length: connections }, loop));
    }
  }
  return taken.map(({ name, times }) => ({ name, connections, times: times.sort((a, b) => a - b) }));
}
