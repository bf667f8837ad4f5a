import { widthOf } from '../canvas/font.ts';
import type { TrendDay } from '../model.ts';
import { dayWords } from '../words.ts';

export interface DayTick {
  readonly at: number;
  readonly words: string;
}

type Is = (date: Date, n: number) => boolean;

const everyDay: Is = () => true;
const monday: Is = (date) => date.getUTCDay() === 1;
const otherMonday: Is = (date) => monday(date, 0) && Math.floor(date.getTime() / 86_400_000 / 7) % 2 === 0;
const firstOf =
  (months: number): Is =>
  (date) =>
    date.getUTCDate() === 1 && date.getUTCMonth() % months === 0;
/** The closest first. */
const steps: readonly Is[] = [everyDay, monday, otherMonday, firstOf(1), firstOf(3), firstOf(6), firstOf(12)];

/** Days to write below a trend: as many as have room, at least its two ends. */
export function dayTicks(days: readonly TrendDay[], width: number, size: number): readonly DayTick[] {
  const last = days.at(-1)?.day ?? '';
  const all = days.map(({ day }, at) => ({ at, date: new Date(day), words: dayWords(day, last) }));
  const each = width / Math.max(days.length, 1);
  for (const step of steps) {
    const ticks = all.filter(({ date }, n) => step(date, n));
    if (ticks.length < Math.min(2, days.length)) break;
    if (haveRoom(ticks, each, size)) return ticks;
  }
  const ends = all.filter((_, n) => n === 0 || n === all.length - 1);
  return haveRoom(ends, each, size) ? ends : ends.slice(0, 1);
}

function haveRoom(ticks: readonly DayTick[], each: number, size: number): boolean {
  return ticks.every((tick, n) => {
    const next = ticks[n + 1];
    if (!next) return true;
    const half = (widthOf(tick.words, size) + widthOf(next.words, size)) / 2;
    return (next.at - tick.at) * each >= half + size;
  });
}
