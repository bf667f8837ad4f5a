import { expect, test } from 'vitest';
import { PackedTexts } from './packed-texts.ts';

test('every text comes back as it was, however many and however long', () => {
  const texts = new PackedTexts();
  const long = 'ä'.repeat(700_000);
  const said = Array.from({ length: 5_000 }, (_, n) => (n % 1_000 === 7 ? `${n}${long}` : `Tasse „${n}“ 🔴`));
  const places = said.map((text) => texts.add(text));
  expect(places.map((place) => texts.at(place))).toEqual(said);
  expect(texts.size).toBe(5_000);
  expect(texts.at(5_000)).toBeUndefined();
});

test('a text is replaced by a shorter and by a longer one, and its neighbours stay', () => {
  const texts = new PackedTexts();
  const [a, b, c] = [texts.add('first'), texts.add('second'), texts.add('')];
  texts.replace(b, 'two');
  texts.replace(b, 'twice2');
  texts.replace(a, 'the very first of them');
  texts.replace(c, 'now something');
  expect([a, b, c].map((place) => texts.at(place))).toEqual([
    'the very first of them',
    'twice2',
    'now something',
  ]);
});
