import { readerOf } from '../../../cases/reader.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { describeSchedule } from '../../../core/time/timing-words.ts';
import { isChannel, isPerson } from '../../../core/tokens/place.ts';
import { asking, type OpenForm, type Reply } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { mrkdwn } from '../../../ui/text.ts';
import type { Digest } from '../digest/model.ts';
import { choicesIn } from '../digest/told.ts';
import { readyMade } from '../ready/model.ts';
import { editFormView, newFormView } from './form-views.ts';
import { type Chosen, editForm, newForm } from './forms.ts';
import { getTimes } from './times.ts';

/** Begins with what most people want; every input of it can be changed. */
const [usual] = readyMade.filter(({ key }) => key === 'morning');

/** The form of a new digest, begun with what somebody said: where, and when. */
export async function openNew(
  ctx: Context,
  said: { readonly channel: string | null; readonly when: string },
): Promise<Reply> {
  const here = ctx.channel && isChannel(ctx.channel) ? ctx.channel : null;
  const initial = {
    name: '',
    channel: said.channel ?? here,
    when: said.when || (usual?.when ?? ''),
    period: usual?.period ?? 'since last',
    sections: [...(usual?.sections ?? [])],
    kpis: [...(usual?.kpis ?? [])],
  };
  return asking(await newFormWith(ctx, initial), inWords());
}

export async function newFormWith(ctx: Context, initial: Partial<Chosen>): Promise<OpenForm> {
  return newForm.open({}, newFormView(await drawingOf(ctx, initial)));
}

export async function openEdit(ctx: Context, digest: Digest): Promise<Reply> {
  return asking(await editFormWith(ctx, digest.id, chosenOf(digest)), inWords());
}

export async function editFormWith(ctx: Context, id: string, initial: Partial<Chosen>): Promise<OpenForm> {
  return editForm.open({ id }, editFormView(await drawingOf(ctx, initial)));
}

async function drawingOf(ctx: Context, initial: Partial<Chosen>) {
  const times = await getTimes.call(ctx, { when: initial.when ?? '' });
  return { choices: choicesIn(ctx), initial, times, reader: readerOf(ctx) };
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
