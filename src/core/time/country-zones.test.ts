import { expect, test } from 'vitest';
import { countryCode } from '../text/country.ts';
import { zoneOfPlace } from './country-zones.ts';

test.each<[told: string, region: string | null, zone: string | null, by: string | null]>([
  ['DE', null, 'Europe/Berlin', 'country'],
  ['Germany', 'BY', 'Europe/Berlin', 'country'],
  ['US', 'KY', 'America/New_York', 'region'],
  ['US', 'us-ca', 'America/Los_Angeles', 'region'],
  ['US', null, null, null],
  ['US', 'Kentucky', null, null],
  ['ES', null, 'Europe/Madrid', 'country'],
  ['Portugal', null, 'Europe/Lisbon', 'country'],
  ['EIRE', null, 'Europe/Dublin', 'country'],
  ['AU', 'WA', 'Australia/Perth', 'region'],
  ['CA', 'BC', 'America/Vancouver', 'region'],
  ['BR', 'AM', 'America/Manaus', 'region'],
  ['MX', 'BC', 'America/Tijuana', 'region'],
  ['RU', 'PRI', 'Asia/Vladivostok', 'region'],
  ['CN', 'XJ', 'Asia/Shanghai', 'country'],
  ['IN', null, 'Asia/Kolkata', 'country'],
  ["Côte d'Ivoire", null, 'Africa/Abidjan', 'country'],
  ['ID', null, null, null],
  ['KZ', null, null, null],
  ['CL', null, null, null],
  ['MN', null, null, null],
  ['CD', null, null, null],
])('%s %s is at %s', (told, region, zone, by) => {
  const found = zoneOfPlace(countryCode(told), region);
  expect([found?.zone ?? null, found?.by ?? null]).toEqual([zone, by]);
});

test.each<[told: string, code: string | null]>([
  ['de', 'DE'],
  ['United Kingdom', 'GB'],
  ['UK', 'GB'],
  ['USA', 'US'],
  ['RSA', 'ZA'],
  [' united  states ', 'US'],
  ['Unspecified', null],
  ['European Community', null],
  ['Channel Islands', null],
  ['ZZ', null],
  ['EU', null],
  ['', null],
])('%j is %s', (told, code) => {
  expect(countryCode(told)).toBe(code);
});

test('every zone of the tables is one that clocks know', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const zones = letters.flatMap((a) => letters.flatMap((b) => zoneOfPlace(a + b, null)?.zone ?? []));
  expect(zones).toHaveLength(232);
  for (const timeZone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
});
