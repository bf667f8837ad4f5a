import type { AboutSaid } from './model.ts';

/** As JSON; moments by ISO 8601. */
export function aboutJson(about: AboutSaid): string {
  return JSON.stringify(about);
}

/** What `aboutJson` wrote. */
export function aboutFrom(json: string): AboutSaid {
  return JSON.parse(json, (key, value) => (key === 'at' ? new Date(value as string) : value)) as AboutSaid;
}
