import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { nearestZone, readZone } from '../../../core/time/read-zone.ts';
import {
  codeFault,
  defaultStaleMinutes,
  type Location,
  lastPosition,
  locationKinds,
  records,
} from '../location/model.ts';
import { takenCode, unknownLocation } from '../location/refusals.ts';
import { findLocation, lockLocations, setActive, writeLocations } from '../location/store.ts';
import { changeLocations } from '../permissions.ts';

const mostName = 80;
const mostStaleHours = 24 * 365;

/** What the form asks for; empty inputs are null. */
export const locationDraft = z.object({
  name: z.string().max(mostName, `At most ${mostName} characters.`).nullable(),
  kind: z.enum(locationKinds, 'Say what it is.'),
  timeZone: z.string().nullable(),
  record: z.enum(records, 'Say who owns its stock numbers.'),
  staleHours: z.coerce
    .number('Say a number of hours.')
    .int('Whole hours.')
    .min(1, 'At least 1 hour.')
    .max(mostStaleHours, 'At most a year.')
    .nullable(),
});
type Draft = z.output<typeof locationDraft>;

export const addLocation = mutation({
  name: 'locations.add',
  permission: changeLocations,
  input: locationDraft.extend({ code: z.string('Give it a code, such as HAM.') }),
  first: lockLocations,
  async run(ctx, { code: given, ...draft }) {
    const code = given.trim();
    const fault = codeFault(code);
    if (fault) throw wrong('code', `It ${fault}.`);
    if (await findLocation(ctx.tx, code)) throw wrong('code', takenCode(codeKey(code)));
    const timeZone = zoneIn(draft) ?? ctx.workspace.timeZone;
    const after = { ...settingsOf(draft), code, name: draft.name ?? code, timeZone, position: lastPosition };
    await writeLocations(ctx.tx, [{ ...after, id: ctx.ids.uuid(ctx.now) }]);
    return { result: { code }, changes: [change(code, null, after)] };
  },
});

export const editLocation = mutation({
  name: 'locations.edit',
  permission: changeLocations,
  input: locationDraft.extend({ code: z.string() }),
  first: lockLocations,
  async run(ctx, { code, ...draft }) {
    const stored = await findLocation(ctx.tx, code);
    if (!stored) throw unknownLocation(code);
    const { id, active: _, ...before } = stored;
    const after = {
      ...before,
      ...settingsOf(draft),
      name: draft.name ?? before.name,
      timeZone: zoneIn(draft) ?? before.timeZone,
    };
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    if (!isSame) await writeLocations(ctx.tx, [{ ...after, id }]);
    return { result: { code: before.code }, changes: isSame ? [] : [change(before.code, before, after)] };
  },
});

/** Closes a location, or opens a closed one again. */
export const closeLocation = mutation({
  name: 'locations.close',
  permission: changeLocations,
  input: z.object({ code: z.string(), active: z.boolean() }),
  first: lockLocations,
  async run(ctx, { code, active }) {
    const stored = await findLocation(ctx.tx, code);
    if (!stored) throw unknownLocation(code);
    const isSame = stored.active === active;
    if (!isSame) await setActive(ctx.tx, stored.id, active);
    return {
      result: { code: stored.code },
      changes: isSame
        ? []
        : [
            {
              subject: { kind: 'locations', id: codeKey(stored.code) },
              before: { active: stored.active },
              after: { active },
            },
          ],
    };
  },
});

function settingsOf({ kind, record, staleHours }: Draft) {
  return { kind, record, staleAfterMinutes: staleHours === null ? defaultStaleMinutes : staleHours * 60 };
}

/** Null: none was said. */
function zoneIn({ timeZone }: Draft): string | null {
  if (timeZone === null) return null;
  const zone = readZone(timeZone);
  if (zone) return zone;
  const near = nearestZone(timeZone);
  throw wrong(
    'timeZone',
    `I know no time zone “${timeZone}”. ${near ? `Do you mean ${near}?` : 'Write it like Europe/Berlin.'}`,
  );
}

function wrong(field: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { fields: { [field]: sentence } });
}

function change(code: string, before: Location | null, after: Location) {
  return {
    subject: { kind: 'locations', id: codeKey(code) },
    before: before && { ...before },
    after: { ...after },
  };
}
