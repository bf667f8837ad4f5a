import { namedIn } from '../../text/names.ts';
import type { Timing } from '../timing.ts';
import { no, type ScheduleFault } from '../timing-faults.ts';
import { longestDelayMin, ruleText } from './rule.ts';

/** A location as people name it. */
export interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

const pattern = new RegExp(
  [
    '^(?:(?:(\\d{1,3}) ?(min(?:ute)?|hour)s? )?after |at )?(?:each |every |the |any )?',
    '(?:(cut-? ?off)s?(?: times?)?|end of (?:the |a |each |every )?(?:working )?(?:day|shift)|closing(?: time)?)',
    '(?: (?:in|at) (.+))?$',
  ].join(''),
  'i',
);

/** "10 minutes after each cut-off in Hamburg", "at the end of the day"; null: it is about something else. */
export function readEvent(text: string, places: readonly NamedPlace[]): Timing | ScheduleFault | null {
  const found = pattern.exec(text.trim().replace(/\s+/g, ' '));
  if (!found) return null;
  const [, number = '0', unit = '', cutOff, where] = found;
  const delayMin = Number(number) * (unit.toLowerCase() === 'hour' ? 60 : 1);
  if (delayMin > longestDelayMin) return no('too long after');
  const location = where === undefined ? null : placeNamed(where, places);
  if (location !== null && 'reason' in location) return location;
  const rule = { on: cutOff ? 'cut-off' : 'closing', location: location?.code ?? null, delayMin } as const;
  // The clocks of each location count.
  return { cron: ruleText(rule), timeZone: 'UTC' };
}

function placeNamed(where: string, places: readonly NamedPlace[]): NamedPlace | ScheduleFault {
  const { exact, like } = namedIn(places, ({ code, name }) => [code, name], where);
  const [first] = exact;
  if (exact.length === 1 && first) return first;
  if (exact.length > 1)
    return no(
      'several places',
      where,
      exact.map(({ code }) => code),
    );
  return no(
    'place',
    where,
    like.map(({ code, name }) => (name === code ? code : `${name} (${code})`)),
  );
}
