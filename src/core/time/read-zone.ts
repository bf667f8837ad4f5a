import { distance } from 'fastest-levenshtein';
import { isTimeZone } from './time-zone.ts';

let index: ReadonlyMap<string, string> | null = null;

/** The zone with this IANA name or city, in any case. Null: unknown. */
export function readZone(text: string): string | null {
  const known = zonesByName().get(plain(text));
  if (known) return known;
  // A newer name of a zone that this Node lists under an older one, such as Europe/Kyiv.
  return text.includes('/') && isTimeZone(text) ? text : null;
}

/** The zone whose name or city is closest to the text, by at most a few letters. */
export function nearestZone(text: string): string | null {
  const wanted = plain(text);
  const allowed = Math.max(1, Math.floor(wanted.length / 4));
  let best: { readonly zone: string; readonly off: number } | null = null;
  for (const [name, zone] of zonesByName()) {
    const off = distance(wanted, name);
    if (off <= allowed && off < (best?.off ?? Number.POSITIVE_INFINITY)) best = { zone, off };
  }
  return best?.zone ?? null;
}

function zonesByName(): ReadonlyMap<string, string> {
  if (index) return index;
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const byCity = zones.map((zone) => [plain(zone.split('/').at(-1) ?? ''), zone] as const);
  index = new Map([...byCity.reverse(), ...zones.map((zone) => [plain(zone), zone] as const)]);
  return index;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('_', ' ');
}
