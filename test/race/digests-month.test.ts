import { expect, test } from 'vitest';
import { chanceFrom } from '../harness/chance.ts';
import { channelOf, digests, monthOf } from './month.ts';
import { byChannel, keptPromises } from './month-checks.ts';
import { openMonth } from './month-shop.ts';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));

test.each([
  {
    // New York, Berlin and Lord Howe set their clocks.
    start: '2026-03-07T00:00:00Z',
    end: '2026-04-06T00:00:00Z',
    history: true,
    promise: 'who may look for its posts says each moment once',
  },
  {
    // They set them back, Lord Howe forward.
    start: '2026-10-03T00:00:00Z',
    end: '2026-11-02T12:00:00Z',
    history: false,
    promise: 'who may not look says none twice and tells the owner which are in doubt',
  },
])(
  'three processes from $start to $end, killed, cut off and refused: $promise',
  async ({ start, end, history }) => {
    console.log(`SEED=${seed}`);
    const month = await openMonth({ start, channels: digests.map(channelOf), history });
    const lived = await monthOf(month, { start, end, history }, chanceFrom(seed));
    const { slots, told } = await keptPromises(month, lived);
    const states = [...new Set(slots.map(({ state }) => state))];
    const numbers = states.map((one) => `${slots.filter(({ state }) => state === one).length} ${one}`);
    const { steps, kills, faults } = lived;
    console.log(
      `${steps} steps, ${kills} kills, ${faults} faults: ${numbers.join(', ')}; the owner was told ${told.length} times`,
    );
    expect(byChannel(slots, history)).toEqual(byChannel(lived.expected, history));
  },
  400_000,
);
