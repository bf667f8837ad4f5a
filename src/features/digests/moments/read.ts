import type { QueryContext } from '../../../core/runtime/context.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { type MomentSpan, momentsIn, workingDayTimes } from '../../../core/time/calendars/moments.ts';
import { readRule } from '../../../core/time/calendars/rule.ts';
import type { Timing } from '../../../core/time/timing.ts';
import { cutOffsByDay } from '../../carriers/index.ts';
import { calendarOf, calendarsOf, locations } from '../../locations/index.ts';
import { closingsByDay, type Happening, later, type Place } from './happening.ts';

type Reads = Pick<QueryContext, 'scope' | 'workspace' | 'log'>;

/** The moments of a digest that follows calendars; null: they cannot be read. */
export async function momentsOf(
  ctx: Reads,
  timing: Timing,
  span: MomentSpan,
): Promise<readonly Date[] | null> {
  return await guarded(ctx, timing, async () => {
    const on = await momentsByDay(ctx, timing);
    return on && momentsIn(span, on);
  });
}

/** What happens at a moment of such a digest; empty: it follows the clock, or the calendar has changed since. */
export async function happeningsAt(ctx: Reads, timing: Timing, at: Date): Promise<readonly Happening[]> {
  const found = await guarded(ctx, timing, async () => {
    const on = await happeningsByDay(ctx, timing);
    const day = (days: number) => new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    return [-1, 0, 1].flatMap((days) => [...(on?.(day(days)) ?? [])]);
  });
  return (found ?? []).filter((one) => one.at.getTime() === at.getTime());
}

async function momentsByDay(ctx: Reads, timing: Timing) {
  const rule = readRule(timing.cron);
  if (rule?.on === 'working-day') return workingDayTimes(rule, timing.timeZone, await calendarOf(ctx, null));
  const on = await happeningsByDay(ctx, timing);
  return on && ((day: string) => on(day).map(({ at }) => at));
}

/** Null: its location is not there any more, or its rule is not of these. */
async function happeningsByDay(
  ctx: Reads,
  { cron }: Timing,
): Promise<((day: string) => readonly Happening[]) | null> {
  const rule = readRule(cron);
  if (!rule || rule.on === 'working-day') return null;
  const key = rule.location && codeKey(rule.location);
  const open = (await locations(ctx.scope)).filter(({ active }) => active);
  const meant = open.filter(({ code }) => key === null || codeKey(code) === key);
  if (key !== null && meant.length === 0) return null;
  const calendars = await calendarsOf(
    ctx,
    meant.map(({ code }) => codeKey(code)),
  );
  const places = meant.flatMap(({ id, code, name }): readonly Place[] => {
    const calendar = calendars.get(codeKey(code));
    return calendar ? [{ id, name, calendar }] : [];
  });
  const closes = rule.on === 'closing' ? closingsByDay(places) : await cutOffs(ctx, places);
  return (day) => closes(day).map((one) => later(one, rule.delayMin));
}

async function cutOffs({ scope }: Reads, places: readonly Place[]) {
  const on = await cutOffsByDay(scope, new Map(places.map(({ id, calendar }) => [id, calendar])));
  return (day: string): readonly Happening[] =>
    on(day).flatMap(({ locationId, cutOffAt }) => {
      const place = places.find(({ id }) => id === locationId);
      return place ? [{ what: 'cut-off', place, since: cutOffAt, at: cutOffAt }] : [];
    });
}

/** A calendar that cannot be worked with is a schedule that cannot be read: its owner is told, the others go on. */
async function guarded<T>({ log }: Reads, { cron }: Timing, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log.warn({ err: error, cron }, 'the calendars of a digest could not be read');
    return null;
  }
}
