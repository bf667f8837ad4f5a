import type { App } from './app.ts';
import { fire, type Target } from './load.ts';
import type { Bench } from './suites.ts';

export interface Contender extends Target {
  readonly name: string;
  readonly app: App;
}

export interface Measure {
  readonly name: string;
  readonly connections: number;
  /** Requests per second of each round, in the order of the rounds. */
  readonly rates: readonly number[];
  /** Milliseconds of CPU time that the app's own process used per request, by round. */
  readonly cpu: readonly number[];
}

export interface Plan {
  readonly rounds: number;
  /** Per slot: one app at one concurrency in one round. */
  readonly seconds: number;
}

/** An unfinished JIT and an empty pool would distort the numbers; slow apps get fewer requests, but time enough. */
const warm = { requests: 6_000, seconds: 12 };

export const concurrencies = [1, 32] as const;

/** Measures all contenders in turn, round after round, so that a disturbance of the machine affects all of them. */
export async function runRounds(
  contenders: readonly Contender[],
  { plan: { rounds, seconds }, say, goOn }: Pick<Bench, 'plan' | 'say' | 'goOn'>,
): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const contender of contenders) {
    say(`warming up: ${contender.name}`);
    goOn();
    await warmUp(contender);
  }
  for (const connections of concurrencies) {
    const taken = contenders.map(({ name }) => ({
      name,
      connections,
      rates: [] as number[],
      cpu: [] as number[],
    }));
    for (let round = 1; round <= rounds; round++) {
      say(`concurrency ${connections}, round ${round} of ${rounds}`);
      for (const [i, contender] of contenders.entries()) {
        goOn();
        const before = await contender.app.ask('cpu');
        const slot = await fire(contender, connections, seconds);
        const spent = (await contender.app.ask('cpu')) - before;
        taken[i]?.rates.push(slot.requests / slot.seconds);
        taken[i]?.cpu.push(spent / slot.requests);
      }
    }
    measures.push(...taken);
  }
  return measures;
}

async function warmUp(contender: Contender): Promise<void> {
  const began = performance.now();
  for (let done = 0; done < warm.requests && performance.now() - began < warm.seconds * 1_000; ) {
    done += (await fire(contender, 32, 1)).requests;
  }
}
