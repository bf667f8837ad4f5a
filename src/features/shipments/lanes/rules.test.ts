import { expect, test } from 'vitest';
import { covers } from './disruption-model.ts';
import { beganAt, isBurst } from './rules.ts';

test.each([
  ['nine of nine', { troubled: 9, open: 9, usual: 0 }, false],
  ['ten of ten', { troubled: 10, open: 10, usual: 0 }, true],
  [
    'ten of three hundred and thirty-three, where nothing is known',
    { troubled: 10, open: 333, usual: 0 },
    true,
  ],
  ['ten of three hundred and thirty-four', { troubled: 10, open: 334, usual: 0 }, false],
  ['three times what is usual', { troubled: 30, open: 100, usual: 0.1 }, true],
  ['a little less', { troubled: 29, open: 100, usual: 0.1 }, false],
  ['what is usual where all is late', { troubled: 90, open: 100, usual: 0.4 }, false],
])('%s: a burst or not', (_, lane, is) => {
  expect(isBurst(lane)).toBe(is);
});

const all = { carrier: null, origin: null, destination: null };

test.each([
  ['all', all, 'DHL', 'HAM → DE 10', true],
  ['all, and a lane that nobody knows', all, 'DHL', 'unknown', true],
  ['its carrier', { ...all, carrier: 'DHL' }, 'DHL', 'HAM → FR', true],
  ['another carrier', { ...all, carrier: 'DHL' }, 'UPS', 'HAM → FR', false],
  ['where it leaves', { ...all, origin: 'HAM' }, 'DHL', 'HAM → FR', true],
  ['where another leaves', { ...all, origin: 'HAM' }, 'DHL', 'HAMM → FR', false],
  ['a whole country', { ...all, destination: 'DE' }, 'DHL', 'HAM → DE 10', true],
  ['a part of it', { ...all, destination: 'DE 10' }, 'DHL', 'HAM → DE 10', true],
  ['another part of it', { ...all, destination: 'DE 10' }, 'DHL', 'HAM → DE 20', false],
  ['a country with a longer name', { ...all, destination: 'D' }, 'DHL', 'HAM → DE', false],
  ['both ends', { ...all, origin: 'HAM', destination: 'FR' }, 'DHL', 'HAM → FR', true],
  ['one of both ends', { ...all, origin: 'HAM', destination: 'FR' }, 'DHL', 'ROT → FR', false],
])('a disruption of %s: whether a lane lies inside', (_, disruption, carrier, lane, is) => {
  expect(covers(disruption, { carrier, lane })).toBe(is);
});

const hour = (n: number) => new Date(Date.UTC(2026, 2, 5, n));

test.each([
  ['nothing before', [], 0],
  ['a day before, to the minute', [-24], -24],
  ['more than a day before', [-25], 0],
  ['day after day', [-20, -40, -60], -60],
  ['day after day, after a pause', [-20, -45, -60], -20],
])('trouble goes on since its burst, or longer without a pause: %s', (_, before, began) => {
  expect(beganAt(hour(0), before.map(hour))).toEqual(hour(began));
});
