import { digest as sections } from '../../../core/declare/digest.ts';
import { kpis } from '../../../core/declare/kpi.ts';
import type { Context, QueryContext } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { followsCalendar } from '../../../core/time/calendars/rule.ts';
import { readSchedule } from '../../../core/time/read-timing.ts';
import { nextSlots } from '../../../core/time/slots.ts';
import type { Timing } from '../../../core/time/timing.ts';
import { faultSentence, type ScheduleFault } from '../../../core/time/timing-faults.ts';
import { isChannel, isPerson } from '../../../core/tokens/place.ts';
import type { Schedule } from '../../../core/tokens/schedule.ts';
import { locations } from '../../locations/index.ts';
import { type Draft, skipAfterMin } from '../digest/draft-model.ts';
import { digestKindId } from '../digest/model.ts';

/** When, in words; locations that are open may be named. */
export async function readTimes(
  { actor, scope }: Pick<QueryContext, 'actor' | 'scope'>,
  when: string,
): Promise<Timing | ScheduleFault> {
  const places = (await locations(scope)).filter(({ active }) => active);
  return readSchedule(when, actor.timeZone, places);
}

/** When, in words; a refusal says what is missing. */
export async function timingOf(
  { actor, scope }: Pick<QueryContext, 'actor' | 'scope'>,
  when: string,
): Promise<Timing> {
  const timing = await readTimes({ actor, scope }, when);
  if (!('reason' in timing)) return notTooOften(timing);
  const sentence = faultSentence(timing);
  throw new Refusal('invalid', sentence, {
    next: 'Such as `/digest new #ops-daily every weekday 08:30 Europe/Berlin`.',
    fields: { when: sentence },
  });
}

const mostOftenMs = 15 * 60_000;

/** Nobody reads what comes every minute. */
function notTooOften(timing: Timing): Timing {
  const [first, second] = followsCalendar(timing) ? [] : nextSlots(timing, new Date(0), 2);
  if (!first || !second || second.getTime() - first.getTime() >= mostOftenMs) return timing;
  const sentence = 'That is more often than every 15 minutes, which nobody reads.';
  throw new Refusal('invalid', sentence, { fields: { when: sentence } });
}

/** Refuses what cannot be posted or says nothing; what is not known here any more is left out. */
export function checked({ engine }: Context, draft: Draft): Draft {
  if (!isChannel(draft.place) && !isPerson(draft.place))
    throw new Refusal('invalid', 'A digest is posted in a channel, or to you: name one, or ask in it.', {
      fields: { channel: 'Pick a channel, or leave it empty to get it yourself.' },
    });
  const known = engine.contributions.of(sections).map(({ key }) => key);
  const figures = engine.contributions.of(kpis).map(({ key }) => key);
  const chosen = {
    ...draft,
    sections: known.filter((key) => draft.sections.includes(key)),
    kpis: [...new Set(draft.kpis)].filter((key) => figures.includes(key)),
  };
  if (chosen.sections.length + chosen.kpis.length > 0) return chosen;
  const sentence = 'Pick what it says: sections, figures or both.';
  throw new Refusal('invalid', sentence, { fields: { sections: sentence } });
}

export function scheduleOf(
  { id, owner }: Pick<Schedule, 'id' | 'owner'>,
  timing: Timing,
  { place, catchUp }: Draft,
): Schedule {
  return {
    ...timing,
    id,
    kind: digestKindId,
    place,
    owner,
    catchUp,
    skipAfterMin: catchUp === 'skip' ? skipAfterMin : null,
    paused: false,
    pausedUntil: null,
  };
}
