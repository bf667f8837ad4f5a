import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { drawable, fitted, wrapped } from './fit.ts';
import { family, fontFiles, widthOf } from './font.ts';

test.each([
  ['UPS Ground', 'UPS Ground'],
  ['🚚🦄 Express', 'Express'],
  ['👩‍👩‍👧', '?'],
  ['✈️ Air', '✈️ Air'],
  ['顺丰速运', '□□□□'],
  ['שליחויות', 'שליחויות'],
  ['\u202Eevil\u202C\u0007', 'evil'],
  ['A\nB\tC', 'A B C'],
  ['', '?'],
])('%j is drawn as %j', (name, drawn) => expect(drawable(name)).toBe(drawn));

test.each(['W', 'i', '0', '%', '−', 'ש', '□'])('%s is as wide as it is drawn', (character) => {
  for (const weight of ['regular', 'bold'] as const) {
    // What ten more of it add to what resvg draws: without the space before the first and after the last.
    const drawnWide = (times: number) =>
      new Resvg(
        `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="400"><text y="300" font-family="${family}" font-size="200" font-weight="${weight === 'bold' ? 'bold' : 'normal'}">${character.repeat(times)}</text></svg>`,
        { font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles) } },
      ).innerBBox()?.width ?? 0;
    const tooWide = widthOf(character.repeat(10), 200, weight) - (drawnWide(11) - drawnWide(1));
    // A box is told in whole pixels.
    expect(Math.abs(tooWide)).toBeLessThanOrEqual(2);
  }
});

test('what is cut fits, with an ellipsis and whole characters', () => {
  expect(fitted('UPS Ground', 1_000, 12)).toBe('UPS Ground');
  for (const name of ['W'.repeat(90), 'é'.repeat(90), 'Ǆ '.repeat(45)]) {
    const cut = fitted(name, 100, 12);
    expect(cut).toMatch(/.…$/);
    expect(widthOf(cut, 12)).toBeLessThanOrEqual(100);
  }
  expect(fitted('e\u0301'.repeat(50), 50, 12)).toMatch(/^(e\u0301)+…$/);
});

test('a headline has so many lines and no more, each within its room', () => {
  const words =
    'An extremely long headline that goes on and on and would never fit into three lines of a phone';
  const lines = wrapped(words, 150, 15, 'bold', 3);
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/…$/);
  for (const line of [...lines, ...wrapped('W'.repeat(90), 150, 15, 'bold', 3)])
    expect(widthOf(line, 15, 'bold')).toBeLessThanOrEqual(150);
  expect(wrapped('Two words', 1_000, 15, 'bold', 3)).toEqual(['Two words']);
});
