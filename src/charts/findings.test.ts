import { describe, expect, test } from 'vitest';
import { altOf, findingOf, headlineOf } from './findings.ts';
import { barsSample, movedSample, trendSample } from './samples.ts';

describe('a trend says', () => {
  test('the last day that is over, against the target, then what else is seen', () => {
    expect(altOf(trendSample)).toBe(
      'On time: 94.1 % on 23 Nov, 0.9 points below the target of 95.0 %. By day, 28 Oct to 26 Nov. ' +
        'Lowest 91.2 % on 18 Nov, highest 97.2 % on 31 Oct. The target was met on 14 of 24 days. ' +
        'No data on 3 days. Still open: 3 days.',
    );
  });
  test('that a day is still open where no other is told', () => {
    const days = [{ day: '2025-11-26', value: 95, isOpen: true }];
    expect(findingOf({ ...trendSample, days })).toBe(
      'On time: 95.0 % on 26 Nov so far, on the target of 95.0 %',
    );
  });
  test('that there is no data, which is not zero', () => {
    const days = trendSample.days.map((day) => ({ ...day, value: null }));
    expect(altOf({ ...trendSample, days })).toBe(
      'On time: no data. By day, 28 Oct to 26 Nov. Still open: 3 days.',
    );
    expect(altOf({ ...trendSample, days: [] })).toBe('On time: no data. By day, 28 Oct to 26 Nov.');
  });
  test('days that are left out as days without data', () => {
    const days = [
      { day: '2025-10-28', value: 90 },
      { day: '2025-11-01', value: 0 },
    ];
    expect(altOf({ ...trendSample, days, target: null })).toBe(
      'On time: 0.0 % on 1 Nov. By day, 28 Oct to 26 Nov. Lowest 0.0 % on 1 Nov, highest 90.0 % on 28 Oct. No data on 3 days.',
    );
  });
  test('money and hours as everywhere, and which way is better', () => {
    const days = [
      { day: '2025-11-01', value: 294_000 },
      { day: '2025-11-02', value: 120_050 },
    ];
    const unit = { kind: 'money', currency: 'EUR' } as const;
    expect(altOf({ ...trendSample, title: 'Stuck', unit, good: 'down', target: 200_000, days })).toContain(
      'Stuck: €1,200.50 on 2 Nov, €799.50 below the target of €2,000.00. By day, 28 Oct to 26 Nov. ' +
        'Lowest €1,200.50 on 2 Nov, highest €2,940.00 on 1 Nov. The target was met on 1 of 2 days.',
    );
    expect(
      findingOf({
        ...trendSample,
        unit: { kind: 'hours' },
        target: 24,
        days: [{ day: '2025-11-01', value: 26.04 }],
      }),
    ).toBe('On time: 26.0 h on 1 Nov, 2.0 h above the target of 24.0 h');
  });
});

test('of a time that comes to something the whole is said first, as its card says it, and then the latest day', () => {
  const days = [
    { day: '2025-11-25', value: 90 },
    { day: '2025-11-26', value: 100 },
  ];
  expect(findingOf({ ...trendSample, target: 95, whole: 93, days })).toBe(
    'On time: 93.0 %, 2.0 points below the target of 95.0 %; 100.0 % on 26 Nov',
  );
  expect(findingOf({ ...trendSample, target: 95, whole: 100, days: days.slice(1) })).toBe(
    'On time: 100.0 % on 26 Nov, 5.0 points above the target of 95.0 %',
  );
});

describe('against a target', () => {
  const against = (value: number, target: number) =>
    findingOf({ ...trendSample, target, days: [{ day: '2025-11-26', value }] });
  test('what is a little off it is not on it', () => {
    expect(against(94.96, 95)).toBe('On time: 95.0 % on 26 Nov, just below the target of 95.0 %');
    expect(against(95.04, 95)).toBe('On time: 95.0 % on 26 Nov, just above the target of 95.0 %');
    expect(against(95, 95)).toBe('On time: 95.0 % on 26 Nov, on the target of 95.0 %');
  });
  test('the target has the decimals that it was set with', () => {
    expect(against(98.2, 98.55)).toBe('On time: 98.2 % on 26 Nov, 0.4 points below the target of 98.55 %');
    expect(against(99.9, 99.95)).toContain('the target of 99.95 %');
  });
});

describe('bars say', () => {
  test('who is worst, then the others, those too few apart', () => {
    expect(altOf(barsSample)).toBe(
      'On time: UPS Ground is worst with 88.1 % of 1,204 parcels, 6.9 points below the target of 95.0 %. ' +
        'By carrier, 28 Oct to 26 Nov. The worst first, with parcels: UPS Ground 88.1 % (1,204), Hermes 93.4 % (655), ' +
        'DPD 95.9 % (812), DHL Parcel 96.8 % (4,210), GLS 97.5 % (1,930). ' +
        'Too few to rank: FedEx 91.7 % (23), Colissimo 100.0 % (4). No data: Own van (0).',
    );
  });
  test('the longest is worst where less is better, and the highest where neither is', () => {
    const bars = [
      { name: 'A', value: 20, n: 40, isRanked: true },
      { name: 'B', value: 30, n: 50, isRanked: true },
    ];
    const hours = { ...barsSample, bars, target: null, unit: { kind: 'hours' } as const };
    expect(findingOf({ ...hours, good: 'down' })).toBe('On time: B is worst with 30.0 h over 50 parcels');
    expect(findingOf({ ...hours, good: 'up' })).toBe('On time: A is worst with 20.0 h over 40 parcels');
    const orders = { ...hours, title: 'Orders', unit: { kind: 'count', one: 'order' } as const, good: null };
    expect(findingOf(orders)).toBe('Orders: B is highest with 30 orders');
  });
  test('that nothing can be ranked, or that there is nothing', () => {
    const few = barsSample.bars.map((bar) => ({ ...bar, isRanked: false }));
    expect(findingOf({ ...barsSample, bars: few })).toBe('On time by carrier: too few of each to rank');
    expect(findingOf({ ...barsSample, bars: [] })).toBe('On time by carrier: no data');
  });
});

describe('what moved it says', () => {
  test('the change, who did most of it, and every part with its two reasons', () => {
    expect(altOf(movedSample)).toBe(
      'On time fell by 2.3 points to 94.1 %: −2.6 by UPS Ground. ' +
        '28 Sep to 27 Oct: 96.4 %; 28 Oct to 26 Nov: 94.1 %. By carrier: ' +
        'UPS Ground −1.9 by how it did and −0.7 by its share of the whole; ' +
        'Hermes −0.6 by how it did and +0.2 by its share of the whole; ' +
        'DHL Parcel +0.4 by how it did and −0.3 by its share of the whole; ' +
        'DPD 0 by how it did and +0.2 by its share of the whole; ' +
        'GLS +0.1 by how it did and +0.3 by its share of the whole.',
    );
  });
  test('that it is as before', () => {
    expect(findingOf({ ...movedSample, now: 96.4, parts: [] })).toBe('On time is as before, 96.4 %');
  });
  test('what its parts do not explain', () => {
    expect(altOf({ ...movedSample, now: 93 })).toContain('Not explained by these −1.1');
  });
});

describe('names that nobody chose', () => {
  const hostile = (name: string) => ({ ...movedSample, parts: [{ name, performance: -2.3, mix: 0 }] });
  test('are cut, shorter in a headline, and are never half a character', () => {
    expect(findingOf(hostile(`${'x'.repeat(58)}🚚🚚🚚`))).toMatch(/by x{58}…$/);
    expect(headlineOf(hostile('x'.repeat(90)))).toMatch(/by x{23}…$/);
  });
  test('are one line', () => expect(findingOf(hostile('A\n\tB'))).toMatch(/by A B$/));
  test('keep to themselves where they are read from the right', () => {
    expect(findingOf(hostile('\u202Eשליחויות 24'))).toMatch(/by \u2068שליחויות 24\u2069$/);
  });
  test('fit what Slack takes', () => {
    const parts = Array.from({ length: 500 }, (_, n) => ({
      name: `${n} `.repeat(40),
      performance: -n,
      mix: n / 2,
    }));
    expect(altOf({ ...movedSample, parts }).length).toBeLessThanOrEqual(2_000);
  });
});
