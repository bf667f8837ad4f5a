import { expect, test, vi } from 'vitest';
import { Running } from './running.ts';

test('a stop waits for requests in progress, and for the work they start', async () => {
  const running = new Running();
  const done: string[] = [];
  let finish = () => {};
  const first = new Promise<void>((resolve) => {
    finish = resolve;
  }).then(() => {
    done.push('first');
    running.track(Promise.resolve().then(() => void done.push('second')));
  });
  running.track(first);
  const drained = running.drain(10_000).then(() => done.push('drained'));
  finish();
  await drained;
  expect(done).toEqual(['first', 'second', 'drained']);
});

test('work that never ends does not block a stop for ever', async () => {
  vi.useFakeTimers();
  const running = new Running();
  running.track(new Promise(() => {}));
  const drained = running.drain(10_000);
  await vi.advanceTimersByTimeAsync(10_000);
  await drained;
  expect(running.size).toBe(1);
  vi.useRealTimers();
});

test('failed work leaves the count like any other', async () => {
  const running = new Running();
  await expect(running.track(Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(running.size).toBe(0);
});
