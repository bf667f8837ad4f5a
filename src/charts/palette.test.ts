import { describe, expect, test } from 'vitest';
import { palettes } from './palette.ts';

const rgb = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
const linear = (colour: string) =>
  rgb(colour).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
const light = (parts: readonly number[]) =>
  0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
/** The contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const [a, b] = [light(linear(one)), light(linear(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** How eyes without one kind of cones see linear colours: Machado, Oliveira and Fernandes (2009), full severity. */
const eyes = {
  'all cones': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  'no red cones': [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  'no green cones': [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  'no blue cones': [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

/** The distance of two colours in CIE Lab, as an eye sees them. */
function distance(one: string, other: string, eye: readonly number[]): number {
  const lab = (colour: string) => {
    const [r = 0, g = 0, b = 0] = linear(colour);
    const seen = [0, 3, 6].map((n) => (eye[n] ?? 0) * r + (eye[n + 1] ?? 0) * g + (eye[n + 2] ?? 0) * b);
    const [x = 0, y = 0, z = 0] = seen.map((part) => Math.min(Math.max(part, 0), 1));
    const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
    const [fx, fy, fz] = [
      f((0.4124 * x + 0.3576 * y + 0.1805 * z) / 0.9505),
      f(0.2126 * x + 0.7152 * y + 0.0722 * z),
      f((0.0193 * x + 0.1192 * y + 0.9505 * z) / 1.089),
    ];
    return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
  };
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(...a.map((part, n) => part - (b[n] ?? 0)));
}

describe.each(Object.entries(palettes))('in the %s', (_, colours) => {
  test('every text is read', () => {
    for (const text of [colours.text, colours.muted, colours.value])
      for (const ground of [colours.ground, colours.shade])
        expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test('every line and full bar is seen, and what is paler is paler', () => {
    for (const mark of [colours.value, colours.open, colours.worse, colours.target])
      expect(contrast(mark, colours.ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(colours.open, colours.ground)).toBeLessThan(
      contrast(colours.value, colours.ground) / 1.5,
    );
    for (const [pale, full] of [
      [colours.valuePale, colours.value],
      [colours.worsePale, colours.worse],
    ] as const) {
      expect(contrast(pale, colours.ground)).toBeGreaterThanOrEqual(1.4);
      expect(contrast(pale, colours.ground)).toBeLessThan(contrast(full, colours.ground) / 1.5);
    }
  });
  test.each(Object.entries(eyes))('better and worse are told apart by %s', (_eye, eye) => {
    // 10 is told apart side by side; this is far more.
    expect(distance(colours.value, colours.worse, eye)).toBeGreaterThan(40);
    expect(distance(colours.valuePale, colours.worsePale, eye)).toBeGreaterThan(20);
  });
});
