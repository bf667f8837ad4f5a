import { expect, onTestFinished, test, vi } from 'vitest';
import { testDatabase } from '../../test/harness/database.ts';
import { watchedLog } from '../../test/harness/log.ts';
import { type Chore, keepMinutes } from './tick.ts';

const minutesOf = async (chores: readonly Chore[]) =>
  keepMinutes(chores, { log: watchedLog(), engine: await testDatabase() });

test('a chore that fails does not stop the others, and the tick does not throw', async () => {
  const done: string[] = [];
  const failing = async () => {
    throw new Error('the database is away');
  };
  const minutes = await minutesOf([
    { name: 'one', run: failing },
    { name: 'two', run: async () => void done.push('two') },
  ]);
  await minutes.tick();
  await minutes.tick();
  await minutes.stop();
  expect(done).toEqual(['two', 'two']);
});

test('a tick longer than a minute does not overlap with the next one, and a stop waits for it', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let [runs, ended] = [0, 0];
  const run = async () => {
    runs += 1;
    await held;
    ended += 1;
  };
  const minutes = await minutesOf([{ name: 'slow', run }]);
  const ticks = [minutes.tick(), minutes.tick()];
  expect(runs).toBe(1);
  const stopped = minutes.stop();
  release();
  await Promise.all([...ticks, stopped]);
  expect([runs, ended]).toEqual([1, 1]);
});

test('a chore that hangs does not stop the others, minute after minute', async () => {
  const done: string[] = [];
  const minutes = await minutesOf([
    { name: 'hangs', run: async () => await new Promise<void>(() => {}) },
    { name: 'goes on', run: async () => void done.push('again') },
  ]);
  await vi.waitFor(() => {
    void minutes.tick();
    expect(done.length).toBeGreaterThan(1);
  });
});

test('a clock that steps back or forth, or a blocked event loop, skips at most one minute', async () => {
  await testDatabase();
  vi.useFakeTimers({ now: new Date('2026-03-02T08:00:30Z') });
  onTestFinished(() => void vi.useRealTimers());
  let ticks = 0;
  const run = async () => {
    ticks += 1;
  };
  const minutes = await minutesOf([{ name: 'one', run }]);
  await minutes.start();
  for (const stepMs of [-3_600_000, 86_400_000, -86_400_000, 3_000]) {
    vi.setSystemTime((vi.getMockedSystemTime()?.getTime() ?? 0) + stepMs);
    const before = ticks;
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(ticks - before).toBeGreaterThanOrEqual(10);
  }
  await minutes.stop();
  const ended = ticks;
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(ticks).toBe(ended);
});
