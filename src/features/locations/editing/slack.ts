import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { takes } from '../../../core/declare/form.ts';
import { matching, suggests } from '../../../core/declare/suggestion.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { holidayRegions } from '../../../core/time/holidays.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { asking, privately, replacing, showing } from '../../../core/tokens/reply.ts';
import { addDayOff, removeDayOff, removeHours, setHours } from '../calendars/set-hours.ts';
import { changeLocations, seeLocations } from '../permissions.ts';
import {
  addAction,
  closeAction,
  dayOffAction,
  editAction,
  hoursAction,
  listAction,
  removeDayOffAction,
  removeHoursAction,
  showAction,
} from './actions.ts';
import { addFormView, closeFormView, dayOffFormView, editFormView, hoursFormView } from './form-views.ts';
import { addForm, closeForm, dayOffForm, editForm, hoursForm } from './forms.ts';
import { getPlace, listPlaces, mentionedPlace } from './get.ts';
import { addLocation, closeLocation, editLocation } from './save.ts';
import { mostShown, noLocationForm, placeCard, placesMessage } from './views.ts';

async function show(ctx: Context, code: string | null): Promise<Message> {
  const { place, mentions } = await mentionedPlace(ctx, code);
  return placeCard(place, holds(ctx.actor, changeLocations), readerOf(ctx), mentions);
}

async function list(ctx: Context): Promise<Message> {
  return placesMessage(
    await listPlaces.call(ctx, { limit: mostShown }),
    holds(ctx.actor, changeLocations),
    readerOf(ctx),
  );
}

export const verbs: readonly Verb[] = [
  {
    command: 'ops',
    name: 'location',
    usage: '[<code> | add | business]',
    summary: 'the locations, their hours and days off; add, a form for a new one',
    examples: ['/ops location', '/ops location HAM', '/ops location add', '/ops location business'],
    permission: seeLocations,
    takes: 'words or nothing',
    async answer(ctx, { text }) {
      const word = text.trim().toLowerCase();
      if (word === '') return privately(await list(ctx));
      if (word === 'add')
        return asking(addForm.open({}, addFormView(ctx.workspace.timeZone)), noLocationForm());
      return privately(await show(ctx, word === 'business' ? null : text.trim()));
    },
  },
];

export const clicks = [
  answers(listAction, async (ctx) => showing(await list(ctx))),
  answers(showAction, async (ctx, { code }) => replacing(await show(ctx, code))),
  answers(addAction, async (ctx) =>
    asking(addForm.open({}, addFormView(ctx.workspace.timeZone)), noLocationForm()),
  ),
  answers(editAction, async (ctx, { code }) => {
    const { location, mark } = await getPlace.call(ctx, { code });
    // The business has no settings of this kind: the button is not on its card.
    if (!location) return replacing(await show(ctx, null));
    return asking(editForm.open({ code: location.code, mark }, editFormView(location)), noLocationForm());
  }),
  answers(hoursAction, async (ctx, { code }) => {
    const place = await getPlace.call(ctx, { code });
    return asking(hoursForm.open({ code, mark: place.mark }, hoursFormView(place)), noLocationForm());
  }),
  answers(dayOffAction, async (_, { code }) =>
    asking(dayOffForm.open({ code }, dayOffFormView()), noLocationForm()),
  ),
  answers(removeDayOffAction, async (ctx, { code, on }) => {
    await removeDayOff.call(ctx, { code, on });
    return replacing(await show(ctx, code));
  }),
  answers(removeHoursAction, async (ctx, { code, from }) => {
    await removeHours.call(ctx, { code, from });
    return replacing(await show(ctx, code));
  }),
  answers(closeAction, async (ctx, { code, active }) => {
    if (active) {
      await closeLocation.call(ctx, { code: code ?? '', active });
      return replacing(await show(ctx, code));
    }
    const { location } = await getPlace.call(ctx, { code });
    if (!location?.active) return replacing(await show(ctx, code));
    return asking(closeForm.open({ code: location.code }, closeFormView(location)), noLocationForm());
  }),
];

export const forms = [
  takes(addForm, async (ctx, _, draft) =>
    privately(await show(ctx, (await addLocation.call(ctx, draft)).code)),
  ),
  takes(editForm, async (ctx, { code, mark }, draft) => {
    await editLocation.call(ctx, { ...draft, code, mark });
    return privately(await show(ctx, code));
  }),
  takes(hoursForm, async (ctx, { code, mark }, draft) => {
    await setHours.call(ctx, { ...draft, code, mark });
    return privately(await show(ctx, code));
  }),
  takes(closeForm, async (ctx, { code }) => {
    await closeLocation.call(ctx, { code, active: false });
    return privately(await show(ctx, code));
  }),
  takes(dayOffForm, async (ctx, { code }, { on, name, what }) => {
    await addDayOff.call(ctx, { code, on, name, works: what === 'works' });
    return privately(await show(ctx, code));
  }),
];

export const suggestions = [
  suggests(hoursForm, 'region', async (_, typed) => matching(await holidayRegions(), typed)),
];
