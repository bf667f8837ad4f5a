import { hash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawChart } from './draw.ts';
import { altOf } from './findings.ts';
import type { Chart, Look, TrendChart } from './model.ts';
import { barsSample, movedSample, trendSample } from './samples.ts';

const phone: Look = { width: 360, theme: 'light' };
const wide: Look = { width: 1200, theme: 'dark' };
const samples = [trendSample, barsSample, movedSample];
const hostile = [
  'W'.repeat(90),
  '🚚'.repeat(45),
  'مؤسسة الشحن السريع '.repeat(5),
  '<&">',
  '{a|b}{value}',
  '',
];

/** The picture's rows, four bytes a pixel, undone as the PNG specification says. */
function pixelsOf(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  expect([png[24], png[25]]).toEqual([8, 6]);
  const raw = inflateSync(Buffer.concat(parts));
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    const from = y * (width * 4 + 1);
    const [filter, row, above] = [
      raw[from],
      Buffer.from(raw.subarray(from + 1, from + 1 + width * 4)),
      rows.at(-1),
    ];
    for (let n = 0; n < row.length; n += 1) {
      const [a, b, c] = [row[n - 4] ?? 0, above?.[n] ?? 0, n < 4 ? 0 : (above?.[n - 4] ?? 0)];
      const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
      const paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
      row[n] = ((row[n] ?? 0) + ([0, a, b, (a + b) >> 1, paeth][filter ?? 0] ?? 0)) & 255;
    }
    rows.push(row);
  }
  return { width, height, rows };
}

/** The share of pixels in a part of the picture that are not its ground. */
function inkIn(png: Buffer, part: { top: number; bottom: number; left?: number; right?: number }): number {
  const { width, height, rows } = pixelsOf(png);
  const ground = rows[0]?.subarray(0, 4) ?? Buffer.alloc(4);
  let [ink, all] = [0, 0];
  for (const row of rows.slice(Math.floor(part.top * height), Math.ceil(part.bottom * height)))
    for (let x = Math.floor((part.left ?? 0) * width); x < Math.ceil((part.right ?? 1) * width); x += 1) {
      all += 1;
      if (row.compare(ground, 0, 4, x * 4, x * 4 + 4) !== 0) ink += 1;
    }
  return ink / all;
}

describe.each(samples)('a picture of $kind', (chart: Chart) => {
  test('has the pixels of its look, and its words beside it', async () => {
    const small = await drawChart(chart, phone);
    const large = await drawChart(chart, wide);
    for (const { png, width, height, alt } of [small, large]) {
      expect(png.toString('latin1', 1, 4)).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
      expect(alt).toBe(altOf(chart));
    }
    expect(small.width).toBe(720);
    expect(large.width).toBe(1_200);
    for (const { height, width } of [small, large]) expect(height / width).toBeLessThan(1.6);
  });

  test('is the same byte by byte whenever it is drawn, and another for other data', async () => {
    const [once, other, again] = await Promise.all([
      drawChart(chart, phone),
      drawChart({ ...chart, title: 'Delivered' }, phone),
      drawChart(structuredClone(chart), phone),
    ]);
    const key = ({ png }: { png: Buffer }) => hash('sha256', png);
    expect(key(again)).toBe(key(once));
    expect(key(other)).not.toBe(key(once));
  });

  test('has its text drawn: the headline leaves ink, and its margins none', async () => {
    const { png } = await drawChart(chart, phone);
    expect(inkIn(png, { top: 0.02, bottom: 0.12 })).toBeGreaterThan(0.03);
    for (const edge of [
      { top: 0, bottom: 1, right: 0.02 },
      { top: 0, bottom: 1, left: 0.98 },
    ])
      expect(inkIn(png, edge)).toBe(0);
  });

  test('takes no ink out of its frame whatever names there are', async () => {
    const named =
      chart.kind === 'bars'
        ? { ...chart, bars: hostile.map((name, n) => ({ name, value: 50 + n, n: 10 ** n, isRanked: n < 5 })) }
        : chart.kind === 'moved'
          ? { ...chart, parts: hostile.map((name, n) => ({ name, performance: n - 3, mix: 0.5 })) }
          : chart;
    for (const look of [phone, wide]) {
      const [title = '', ...others] = hostile;
      for (const text of [title, others.join(' ')]) {
        const { png, width } = await drawChart({ ...named, title: text, period: text }, look);
        expect(width).toBe(look.width === 360 ? 720 : 1_200);
        expect(inkIn(png, { top: 0, bottom: 1, left: 0.985 })).toBe(0);
        expect(inkIn(png, { top: 0, bottom: 1, right: 0.015 })).toBe(0);
      }
    }
  });
});

describe('a trend', () => {
  const first = Date.UTC(2023, 0, 1);
  const daysOf = (n: number, valueAt: (at: number) => number | null): TrendChart['days'] =>
    Array.from({ length: n }, (_, at) => ({
      day: new Date(first + at * 86_400_000).toISOString().slice(0, 10),
      value: valueAt(at),
      isOff: at % 7 < 2,
    }));
  const inkOf = async (chart: TrendChart) =>
    inkIn((await drawChart(chart, phone)).png, { top: 0.3, bottom: 0.75, left: 0.2, right: 0.78 });
  const bare = { ...trendSample, target: null };

  test('of nothing is a picture that says so', async () => {
    for (const days of [[], daysOf(30, () => null)]) {
      const { png, alt } = await drawChart({ ...trendSample, days }, phone);
      expect(alt).toMatch(/^On time: no data/);
      expect(inkIn(png, { top: 0.02, bottom: 0.12 })).toBeGreaterThan(0.01);
    }
  });
  test('of one day is a point', async () => {
    const day = { day: '2025-11-26', isOff: false };
    const one = await inkOf({ ...bare, days: [{ ...day, value: 50 }] });
    expect(one).toBeGreaterThan(await inkOf({ ...bare, days: [{ ...day, value: null }] }));
  });
  test('has a gap where there is no data, and a line at zero where there is zero', async () => {
    const unit = { kind: 'count', one: 'order' } as const;
    const with0 = { ...bare, unit, days: daysOf(30, (at) => (at > 9 && at < 20 ? 0 : 100)) };
    const without = { ...bare, unit, days: daysOf(30, (at) => (at > 9 && at < 20 ? null : 100)) };
    expect((await drawChart(with0, phone)).png.equals((await drawChart(without, phone)).png)).toBe(false);
    expect(await inkOf(with0)).toBeGreaterThan(await inkOf(without));
  });
  test('of a thousand days is drawn in the same frame', async () => {
    const days = daysOf(1_000, (at) => (at % 97 === 0 ? null : 93 + 3 * Math.sin(at / 40)));
    const { width, height, png } = await drawChart({ ...trendSample, days }, wide);
    expect([width, height]).toEqual([1_200, (await drawChart(trendSample, wide)).height]);
    expect(inkIn(png, { top: 0, bottom: 1, left: 0.985 })).toBe(0);
  });
  test('shows open days, days off and its target in another way', async () => {
    const days = daysOf(20, (at) => 90 + (at % 5));
    const plain = days.map(({ day, value }) => ({ day, value }));
    const pictures = await Promise.all(
      [
        { ...bare, days: plain },
        { ...bare, days },
        { ...bare, days: plain.map((day, n) => ({ ...day, isOpen: n > 15 })) },
        { ...bare, days: plain, target: 92 },
      ].map(async (chart) => hash('sha256', (await drawChart(chart, phone)).png)),
    );
    expect(new Set(pictures).size).toBe(4);
  });
});

test('a chart that cannot be drawn fails alone, and the next is drawn', async () => {
  const broken = { ...trendSample, unit: { kind: 'money', currency: 'nothing' } } as const;
  const [failed, drawn] = await Promise.allSettled([drawChart(broken, phone), drawChart(trendSample, phone)]);
  expect([failed.status, drawn.status]).toEqual(['rejected', 'fulfilled']);
});
