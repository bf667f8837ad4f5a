const names = new Intl.DisplayNames('en', { type: 'region' });
const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));
const spelt = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toUpperCase();

/** What systems write that is neither a code nor the English name. */
const aliases = {
  EIRE: 'IE',
  RSA: 'ZA',
  UK: 'GB',
  USA: 'US',
  'CZECH REPUBLIC': 'CZ',
  TURKEY: 'TR',
  'GREAT BRITAIN': 'GB',
  'UNITED STATES OF AMERICA': 'US',
  'RUSSIAN FEDERATION': 'RU',
  'HONG KONG': 'HK',
  MACAU: 'MO',
};
// Codes that the standard gave up, and areas that are no country.
const notCountries = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'DY',
  'EU',
  'EZ',
  'FX',
  'HV',
  'NH',
  'NT',
  'QO',
  'RH',
  'SU',
  'TP',
  'UK',
  'UN',
  'VD',
  'YD',
  'YU',
  'ZR',
  'ZZ',
]);

const codes = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => names.of(code) !== code && !notCountries.has(code));
const known = new Set(codes);
const byName = new Map([
  ...codes.map((code): [string, string] => [spelt(names.of(code) ?? code), code]),
  ...Object.entries(aliases),
]);

/** The ISO 3166-1 code of a country, told by its code or in English words: "Germany" is DE. Null: nobody knows it. */
export function countryCode(told: string): string | null {
  const name = spelt(told);
  return known.has(name) ? name : (byName.get(name) ?? null);
}

/** "Germany" of DE. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}
