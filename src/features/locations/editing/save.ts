import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { atInput, Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { nearestZone, readZone } from '../../../core/time/read-zone.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { markOf } from '../calendars/mark.ts';
import { findCalendars, moveEras, putEra } from '../calendars/store.ts';
import { demandLocation } from '../location/demand-location.ts';
import { type LocationDraft, locationDraft } from '../location/draft-model.ts';
import {
  codeFault,
  defaultStaleMinutes,
  type Location,
  lastPosition,
  usualRecord,
} from '../location/model.ts';
import { changedSince, takenCode } from '../location/refusals.ts';
import { findLocation, lockLocations, setActive, writeLocations } from '../location/store.ts';
import { missingLocation } from '../missing.ts';
import { changeLocations } from '../permissions.ts';

export const addLocation = mutation({
  name: 'locations.add',
  permission: changeLocations,
  input: locationDraft.extend({ code: z.string('Give it a code, such as HAM.') }),
  first: lockLocations,
  async run(ctx, { code: given, ...draft }) {
    const code = given.trim();
    const fault = codeFault(code);
    if (fault) throw atInput('code', `It ${fault}.`);
    if (await findLocation(ctx.tx, code)) throw atInput('code', takenCode(codeKey(code)));
    const timeZone = zoneIn(draft) ?? ctx.workspace.timeZone;
    const after = {
      ...settingsOf(draft, defaultStaleMinutes),
      record: draft.record ?? usualRecord(draft.kind),
      code,
      name: draft.name ?? code,
      timeZone,
      position: lastPosition,
    };
    const id = ctx.ids.uuid(ctx.now);
    await writeLocations(ctx.tx, [{ ...after, id }]);
    return { result: { code, id }, changes: [change(code, null, after)], arrived: [missingLocation(code)] };
  },
});

/** A warehouse of ours with this code, in the transaction of `ctx`. Its id. */
export async function newLocation(ctx: MutationContext, code: string): Promise<string> {
  const draft = {
    name: null,
    kind: 'warehouse',
    timeZone: null,
    record: 'ours',
    staleMinutes: null,
  } as const;
  return (await addLocation.call(ctx, { ...draft, code })).id;
}

export const editLocation = mutation({
  name: 'locations.edit',
  permission: changeLocations,
  input: locationDraft.extend({ code: z.string(), mark: z.string() }),
  first: lockLocations,
  async run(ctx, { code, mark, ...draft }) {
    const stored = await demandLocation(ctx.tx, code);
    demandMark(code, mark, markOf(stored, await calendarAt(ctx, stored.id)));
    const { id, active: _, ...before } = stored;
    const after = {
      ...before,
      ...settingsOf(draft, before.staleAfterMinutes),
      name: draft.name ?? before.name,
      record: draft.record ?? before.record,
      timeZone: draft.timeZone === before.timeZone ? before.timeZone : (zoneIn(draft) ?? before.timeZone),
    };
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    if (!isSame) await writeLocations(ctx.tx, [{ ...after, id }]);
    if (after.timeZone !== before.timeZone) await moveHours(ctx, id, after.timeZone);
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
    const stored = await demandLocation(ctx.tx, code);
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

function settingsOf({ kind, staleMinutes }: LocationDraft, otherwise: number) {
  return { kind, staleAfterMinutes: staleMinutes ?? otherwise };
}

async function calendarAt({ tx }: MutationContext, id: string) {
  return (await findCalendars(tx, [id])).get(id);
}

function demandMark(code: string, opened: string, now: string): void {
  if (opened !== now) throw new Refusal('conflict', changedSince(code));
}

/** A location that moves to another zone works by its clocks from today on; what was before stays as it was. */
async function moveHours(ctx: MutationContext, id: string, timeZone: string): Promise<void> {
  const today = dayIn(timeZone, ctx.now);
  const era = (await calendarAt(ctx, id))?.eras.findLast(({ from }) => from === null || from <= today);
  if (era) await putEra(ctx.tx, id, { ...era, from: today, timeZone });
  await moveEras(ctx.tx, id, timeZone, today);
}

/** Null: none was said. */
function zoneIn({ timeZone }: LocationDraft): string | null {
  if (timeZone === null) return null;
  const zone = readZone(timeZone);
  if (zone) return zone;
  const near = nearestZone(timeZone);
  throw atInput(
    'timeZone',
    `I know no time zone “${timeZone}”. ${near ? `Do you mean ${near}?` : 'Write it like Europe/Berlin.'}`,
  );
}

function change(code: string, before: Location | null, after: Location) {
  return {
    subject: { kind: 'locations', id: codeKey(code) },
    before: before && { ...before },
    after: { ...after },
  };
}
