import type { BarsChart, MovedChart, TrendChart } from './model.ts';

const onTime = [
  96.1,
  95.4,
  96.8,
  97.2,
  95.9,
  94.8,
  96.3,
  95.7,
  96.4,
  97.0,
  96.6,
  95.1,
  null,
  null,
  null,
  94.6,
  95.8,
  96.2,
  95.5,
  93.9,
  92.4,
  91.2,
  92.8,
  93.5,
  94.4,
  93.7,
  94.1,
  93.2,
  95.6,
  96.9,
];

/** 28 October to 26 November; the last three days are still open. */
export const trendSample: TrendChart = {
  kind: 'trend',
  title: 'On time',
  period: '28 Oct to 26 Nov',
  unit: { kind: 'percent' },
  good: 'up',
  target: 95,
  days: onTime.map((value, n) => {
    const date = new Date(Date.UTC(2025, 9, 28 + n));
    return {
      day: date.toISOString().slice(0, 10),
      value,
      isOff: date.getUTCDay() % 6 === 0 || n === 3,
      isOpen: n >= 27,
    };
  }),
};

const bar = (name: string, value: number | null, n: number, isRanked = n >= 30) => ({
  name,
  value,
  n,
  isRanked,
});

export const barsSample: BarsChart = {
  kind: 'bars',
  title: 'On time',
  period: '28 Oct to 26 Nov',
  unit: { kind: 'percent' },
  good: 'up',
  target: 95,
  dimension: 'carrier',
  counted: 'parcels',
  bars: [
    bar('DHL Parcel', 96.8, 4_210),
    bar('UPS Ground', 88.1, 1_204),
    bar('DPD', 95.9, 812),
    bar('Hermes', 93.4, 655),
    bar('GLS', 97.5, 1_930),
    bar('FedEx', 91.7, 23),
    bar('Colissimo', 100, 4),
    bar('Own van', null, 0),
  ],
};

export const movedSample: MovedChart = {
  kind: 'moved',
  title: 'On time',
  period: '28 Oct to 26 Nov',
  periodBefore: '28 Sep to 27 Oct',
  unit: { kind: 'percent' },
  good: 'up',
  dimension: 'carrier',
  before: 96.4,
  now: 94.1,
  parts: [
    { name: 'UPS Ground', performance: -1.9, mix: -0.7 },
    { name: 'Hermes', performance: -0.6, mix: 0.2 },
    { name: 'DHL Parcel', performance: 0.4, mix: -0.3 },
    { name: 'GLS', performance: 0.1, mix: 0.3 },
    { name: 'DPD', performance: 0, mix: 0.2 },
  ],
};
