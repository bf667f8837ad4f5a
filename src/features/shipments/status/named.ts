import { type Reason, reasons, type Status, statuses } from './model.ts';

const wordOf = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** The status that a text names in our own words: "In transit" is in_transit. Null: none. */
export function statusNamed(text: string): Status | null {
  const word = wordOf(text);
  return statuses.find((one) => one === word) ?? null;
}

/** The same of a reason: "weather delay" is weather_delay. */
export function reasonNamed(text: string): Reason | null {
  const word = wordOf(text);
  return reasons.find((one) => one === word) ?? null;
}
