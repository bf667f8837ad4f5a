import { type FormHandler, redraws, takes } from '../../../core/declare/form.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { demandFooting } from '../../../core/runtime/places.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import { privately } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { editTimesAction, newTimesAction } from '../actions.ts';
import type { Draft } from '../digest/draft-model.ts';
import type { Digest } from '../digest/model.ts';
import { getDigest } from '../listing/get.ts';
import { cardFor } from '../listing/show-slack.ts';
import { deleteDigest, pauseDigest, transferDigest } from './change.ts';
import { createDigest } from './create.ts';
import { editDigest } from './edit.ts';
import { type Chosen, deleteForm, editForm, newForm, optionsForm, pauseForm, transferForm } from './forms.ts';
import { chosenOf, editFormWith, newFormWith } from './open-slack.ts';

/** Until somebody decides otherwise. */
const usual = { skipIfEmpty: false, tolerance: 1, catchUp: 'newest' } as const;

export const forms: readonly FormHandler[] = [
  takes(newForm, async (ctx, _, chosen) => privately(await setUp(ctx, { ...usual, ...placed(ctx, chosen) }))),
  takes(editForm, async (ctx, { id }, chosen) => {
    const { digest } = await getDigest.call(ctx, { id });
    const draft = { ...optionsOf(digest), ...placed(ctx, chosen) };
    await demandRoom(ctx, draft.place);
    await editDigest.call(ctx, { id, ...draft });
    return privately(await cardFor(ctx, id, 'Saved'));
  }),
  takes(optionsForm, async (ctx, { id }, { empty, catchUp, tolerance }) => {
    const { digest } = await getDigest.call(ctx, { id });
    const { channel: _, ...chosen } = chosenOf(digest);
    const { place } = digest.schedule;
    await editDigest.call(ctx, { id, ...chosen, place, catchUp, tolerance, skipIfEmpty: empty === 'skip' });
    return privately(await cardFor(ctx, id, 'Saved'));
  }),
  takes(pauseForm, async (ctx, { id }, { until }) => {
    await pauseDigest.call(ctx, { id, until });
    return privately(await cardFor(ctx, id));
  }),
  takes(transferForm, async (ctx, { id }, { to }) => {
    const { name } = await transferDigest.call(ctx, { id, to });
    return privately(await cardFor(ctx, id, `${name} owns it from now on`));
  }),
  takes(deleteForm, async (ctx, { id }) => {
    const { digest } = await deleteDigest.call(ctx, { id });
    const text = mrkdwn`${digest.name} (digest ${digest.number}) is deleted`;
    return privately(message(text, [section(mrkdwn`*${text}*\nWhat it posted stays.`)]));
  }),
];

export const formClicks = [
  redraws(newForm, newTimesAction, async (ctx, _, { entered }) => newFormWith(ctx, entered)),
  redraws(editForm, editTimesAction, async (ctx, _, { carried, entered }) =>
    editFormWith(ctx, carried.id, entered),
  ),
];

/** Sets one up and shows it. */
export async function setUp(ctx: Context, draft: Draft) {
  await demandRoom(ctx, draft.place);
  const { digest, isNew } = await createDigest.call(ctx, draft);
  return await cardFor(ctx, digest.id, isNew ? 'It is set up' : 'You have it already');
}

/** Refuses a channel that it could not be posted in. It asks Slack, so it stands before the operation. */
async function demandRoom(ctx: Context, place: string): Promise<void> {
  if (!isChannel(place)) return;
  try {
    await demandFooting(ctx.engine.places, place);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const sentence = [error.message, error.next].filter(Boolean).join(' ');
    throw new Refusal(error.kind, error.message, {
      ...(error.next && { next: error.next }),
      fields: { channel: sentence },
    });
  }
}

function placed({ actor }: Context, { channel, ...chosen }: Chosen) {
  if (channel !== null) return { ...chosen, place: channel };
  if (actor.kind === 'person') return { ...chosen, place: actor.slackUserId };
  throw new Refusal('invalid', 'Name a channel: nobody reads this in Slack.');
}

function optionsOf({ skipIfEmpty, tolerance, schedule }: Digest) {
  return { skipIfEmpty, tolerance, catchUp: schedule.catchUp };
}
