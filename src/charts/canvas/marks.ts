import type { Look } from '../model.ts';
import type { Palette } from '../palette.ts';
import { fitted, wrapped } from './fit.ts';
import { family, type Weight, widthOf } from './font.ts';

/** One thing drawn, at its pixels, as echarts takes it. */
export interface Mark {
  readonly type: 'text' | 'rect' | 'polyline' | 'circle';
  readonly shape?: object;
  readonly style: object;
  readonly x?: number;
  readonly y?: number;
  readonly z: number;
  readonly silent: true;
}

/** Behind the lines of a trend, and before them. */
const front = 50;

export interface Sizes {
  readonly headline: number;
  readonly text: number;
  readonly small: number;
  readonly margin: number;
  readonly gap: number;
  readonly line: number;
}

/** On a phone the type is twice as large for the width. */
export const sizesOf: Readonly<Record<Look['width'], Sizes>> = {
  360: { headline: 15, text: 12, small: 11, margin: 14, gap: 6, line: 1.5 },
  1200: { headline: 29, text: 21, small: 18, margin: 40, gap: 12, line: 3 },
};

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly weight?: Weight;
  readonly align?: 'left' | 'center' | 'right';
  /** The ground, where something may run behind the text. */
  readonly halo?: string;
}

/** A text whose middle stands at `y`. */
export function text(words: string, x: number, y: number, style: TextStyle): Mark {
  const { size, fill, weight = 'regular', align = 'left', halo } = style;
  return {
    type: 'text',
    x: round(x),
    y: round(y),
    style: {
      text: words,
      fontSize: size,
      fontWeight: weight === 'bold' ? 'bold' : 'normal',
      fontFamily: family,
      fill,
      align,
      verticalAlign: 'middle',
      ...(halo ? { stroke: halo, lineWidth: size / 3 } : {}),
    },
    z: front,
    silent: true,
  };
}

export function rect(
  at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  fill: string,
  options: { readonly stroke?: string; readonly line?: number; readonly radius?: number } = {},
): Mark {
  const { stroke, line = 0, radius = 0 } = options;
  // An outline is drawn inside, so that outlined and plain ones are of one size.
  const inset = stroke ? line / 2 : 0;
  return {
    type: 'rect',
    shape: {
      x: round(at.x + inset),
      y: round(at.y + inset),
      width: round(Math.max(at.width - 2 * inset, 0)),
      height: round(at.height - 2 * inset),
      r: radius,
    },
    style: { fill, ...(stroke ? { stroke, lineWidth: line } : {}) },
    z: front - 1,
    silent: true,
  };
}

export function line(
  points: readonly (readonly [number, number])[],
  stroke: string,
  width: number,
  dash: readonly number[] | null = null,
): Mark {
  return {
    type: 'polyline',
    shape: { points: points.map(([x, y]) => [round(x), round(y)]) },
    style: { stroke, lineWidth: width, fill: 'none', ...(dash ? { lineDash: dash } : {}) },
    z: front - 1,
    silent: true,
  };
}

export function dot(x: number, y: number, radius: number, fill: string, stroke: string, width: number): Mark {
  return {
    type: 'circle',
    shape: { cx: round(x), cy: round(y), r: radius },
    style: { fill, stroke, lineWidth: width },
    z: front,
    silent: true,
  };
}

/** What a picture is made of: marks from the top down to `bottom`. */
export interface Drawn {
  readonly marks: readonly Mark[];
  readonly bottom: number;
}

/** The finding, and below it what is shown of when. */
export function head(finding: string, about: string, width: number, sizes: Sizes, colours: Palette): Drawn {
  const { headline, text: size, margin } = sizes;
  const room = width - 2 * margin;
  const lines = wrapped(finding, room, headline, 'bold', 3);
  const [high, low] = [headline * 1.3, size * 1.4];
  const top = margin * 0.9;
  const below = top + lines.length * high;
  return {
    marks: [
      ...lines.map((words, n) =>
        text(words, margin, top + (n + 0.5) * high, { size: headline, fill: colours.text, weight: 'bold' }),
      ),
      text(fitted(about, room, size), margin, below + low * 0.6, { size, fill: colours.muted }),
    ],
    bottom: below + low * 1.2,
  };
}

export interface Key {
  readonly words: string;
  /** The sign beside it, in a square of `size` whose left upper corner is at x, y. */
  readonly sign: (x: number, y: number, size: number) => readonly Mark[];
}

/** What the signs of a chart mean, in as many lines as they need. */
export function keysBelow(
  keys: readonly Key[],
  top: number,
  width: number,
  sizes: Sizes,
  colours: Palette,
): Drawn {
  const { small, margin, gap } = sizes;
  const high = small * 1.6;
  const marks: Mark[] = [];
  let [x, y] = [margin, top];
  for (const { words, sign } of keys) {
    const wide = small + gap + widthOf(words, small);
    if (x > margin && x + wide > width - margin) [x, y] = [margin, y + high];
    marks.push(...sign(x, y + (high - small) / 2, small));
    marks.push(text(words, x + small + gap, y + high / 2, { size: small, fill: colours.muted }));
    x += wide + gap * 2.5;
  }
  return { marks, bottom: keys.length > 0 ? y + high : top };
}

/** Hundredths of a pixel: what a machine adds beyond them is no part of the picture. */
function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
