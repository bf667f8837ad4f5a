import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { carriageIn, carriageOf, watchStalls } from './age.ts';

const signed = (seconds: string) => ({
  headers: { 'x-slack-request-timestamp': seconds },
  socket: { destroyed: false },
});

test.each([
  ['1772442000', 20_000, 19_000],
  ['1772442000', 500, 0],
  ['1772442000', -5_000, 0],
  ['soon', 20_000, 0],
])('a request signed at %s arrives %s ms later: it is at least %s ms old', (seconds, later, age) => {
  const now = new Date(1_772_442_000_000 + later);
  expect(carriageIn(carriageOf(signed(seconds), now)).signedAgoMs).toBe(age);
});

test('a request whose connection is closed cannot be acknowledged any more', () => {
  const request = { headers: {}, socket: { destroyed: false } };
  const { isConnected } = carriageIn(carriageOf(request, new Date(0)));
  expect(isConnected()).toBe(true);
  request.socket.destroyed = true;
  expect(isConnected()).toBe(false);
});

test('Socket Mode tells no age, and its acknowledgement is worth a try', () => {
  const { signedAgoMs, isConnected } = carriageIn({});
  expect({ signedAgoMs, connected: isConnected() }).toEqual({ signedAgoMs: 0, connected: true });
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is heard right after a standstill may be as old as the standstill was long', () => {
  let elapsed = 0;
  const stalls = watchStalls({ now: () => new Date(0), elapsed: () => elapsed });
  const passes = (ms: number) => {
    elapsed += ms;
    vi.advanceTimersByTime(250);
  };
  passes(250);
  expect(stalls.heldUpMs()).toBe(0);
  passes(7_000);
  expect(stalls.heldUpMs()).toBe(7_000);
  passes(250);
  passes(250);
  passes(250);
  expect(stalls.heldUpMs()).toBe(0);
  stalls.stop();
});
