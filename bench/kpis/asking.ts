import { setTimeout as wait } from 'node:timers/promises';
import { type Target, timeAnswer } from '../load.ts';

/** Between two questions of people. */
const pauseMs = 20;

const p99 = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;

/** The 99th percentile of answers in milliseconds, while something else is done. */
export async function askAlong<T>(
  target: Target,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly p99: number }> {
  let asking = true;
  const times: number[] = [];
  const people = (async () => {
    while (asking) {
      times.push(await timeAnswer(target));
      await wait(pauseMs);
    }
  })();
  try {
    const result = await Promise.race([
      work(),
      people.then(() => Promise.reject(new Error('Nobody asks any more.'))),
    ]);
    return { result, p99: p99(times) };
  } finally {
    asking = false;
    await people.catch(() => {});
  }
}

/** The same while nothing else is done; the first questions compile what answers them. */
export async function quietly(target: Target, seconds: number): Promise<number> {
  for (let n = 0; n < 300; n += 1) await timeAnswer(target);
  return (await askAlong(target, async () => await wait(seconds * 1_000))).p99;
}
