import { expect, test } from 'vitest';
import type { Log } from '../../core/runtime/log.ts';
import { keepOutages } from './outages.ts';

function opened() {
  const lines: { readonly message: string; readonly about: Record<string, unknown> }[] = [];
  const log = {
    warn: (about: Record<string, unknown>, message: string) => void lines.push({ message, about }),
  } as unknown as Log;
  let now = 0;
  const outages = keepOutages({ now: () => new Date(now), elapsed: () => now }, log);
  return {
    ...outages,
    lines,
    passes: (seconds: number) => {
      now += seconds * 1_000;
    },
  };
}

const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const slow = Object.assign(new Error('canceling statement'), { code: '57014' });

test('an outage is one line when it begins and one when it ends, with its length and the number of failures', () => {
  const { met, worked, lines, passes } = opened();
  for (let n = 0; n < 20; n += 1) {
    met(away, '/stock', 'request');
    met(away, 'the outbox could not be read');
    passes(1);
  }
  expect(lines).toEqual([
    {
      message: 'an outage of the database has begun',
      about: { err: away, doing: '/stock', trouble: 'unreachable' },
    },
  ]);
  worked();
  passes(2);
  worked();
  worked();
  expect(lines.slice(1)).toEqual([
    {
      message: 'the outage of the database is over',
      about: { seconds: 19, troubles: ['unreachable'], requests: 20, work: 20 },
    },
  ]);
});

test('a flapping database is one outage; trouble after its end is another', () => {
  const { met, worked, lines, passes } = opened();
  met(away, '/stock', 'request');
  passes(1);
  worked();
  met(away, '/stock', 'request');
  passes(3);
  worked();
  met(away, '/stock', 'request');
  expect(lines).toHaveLength(3);
});

test('slow statements less than a minute apart are one outage, even between good ones', () => {
  const { met, worked, now, lines, passes } = opened();
  for (let n = 0; n < 10; n += 1) {
    met(slow, '/stock', 'request');
    passes(50);
    worked();
  }
  expect(lines).toHaveLength(1);
  passes(10);
  expect(now()).toEqual(['busy']);
  worked();
  expect(now()).toEqual([]);
  expect(lines[1]?.about).toMatchObject({ troubles: ['busy'], requests: 10 });
});

test('an error of our own is not an outage', () => {
  const { met, lines } = opened();
  expect(met(new Error('no such column'), '/stock', 'request')).toBeNull();
  expect(lines).toEqual([]);
});
