import { readerOf } from '../../../cases/reader.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { faultSentence, readSchedule } from '../../../core/time/read-timing.ts';
import { nextSlots } from '../../../core/time/slots.ts';
import { describeSchedule } from '../../../core/time/timing-words.ts';
import { isChannel, isPerson } from '../../../core/tokens/place.ts';
import { asking, type OpenForm, type Reply } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { mrkdwn } from '../../../ui/text.ts';
import type { Digest } from '../digest/model.ts';
import { choicesIn } from '../digest/told.ts';
import { readyMade } from '../ready/model.ts';
import { editFormView, newFormView, type Times } from './form-views.ts';
import { type Chosen, editForm, newForm } from './forms.ts';

/** Begins with what most people want; every input of it can be changed. */
const [usual] = readyMade.filter(({ key }) => key === 'morning');

/** The form of a new digest, begun with what somebody said: where, and when. */
export function openNew(
  ctx: Context,
  said: { readonly channel: string | null; readonly when: string },
): Reply {
  const here = ctx.channel && isChannel(ctx.channel) ? ctx.channel : null;
  const initial = {
    name: usual?.name ?? '',
    channel: said.channel ?? here,
    when: said.when || (usual?.when ?? ''),
    period: usual?.period ?? 'since last',
    sections: [...(usual?.sections ?? [])],
    kpis: [...(usual?.kpis ?? [])],
  };
  return asking(newFormWith(ctx, initial), inWords());
}

export function newFormWith(ctx: Context, initial: Partial<Chosen>): OpenForm {
  return newForm.open({}, newFormView(drawingOf(ctx, initial)));
}

export function openEdit(ctx: Context, digest: Digest): Reply {
  return asking(editFormWith(ctx, digest.id, chosenOf(digest)), inWords());
}

export function editFormWith(ctx: Context, id: string, initial: Partial<Chosen>): OpenForm {
  return editForm.open({ id }, editFormView(drawingOf(ctx, initial)));
}

function drawingOf(ctx: Context, initial: Partial<Chosen>) {
  return { choices: choicesIn(ctx), initial, times: timesOf(ctx, initial.when ?? ''), reader: readerOf(ctx) };
}

function timesOf({ actor, now }: Context, when: string): Times {
  const timing = readSchedule(when, actor.timeZone);
  return 'reason' in timing ? { fault: faultSentence(timing) } : { next: nextSlots(timing, now, 3) };
}

/** A digest as its form shows it. */
export function chosenOf({ name, period, sections, kpis, schedule }: Digest): Chosen {
  return {
    name,
    channel: isPerson(schedule.place) ? null : schedule.place,
    when: describeSchedule(schedule),
    period,
    sections: [...sections],
    kpis: [...kpis],
  };
}

/** The answer where no form can be opened. */
function inWords() {
  const text = mrkdwn`A digest is set up in a form, which opens where you type: \`/digest new\`.`;
  return message(text, [section(text)]);
}
