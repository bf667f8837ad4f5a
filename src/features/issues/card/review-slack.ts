import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import { takes } from '../../../core/declare/form.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { minorDigits } from '../../../core/text/money.ts';
import { asking, privately, type Reply, replacing, withFile } from '../../../core/tokens/reply.ts';
import {
  editReviewAction,
  moreAction,
  reviewAction,
  reviewFileAction,
  timelineAction,
} from '../issue/actions.ts';
import { openToFinish } from '../issue/get.ts';
import { addFollowUp } from '../lifecycle/add-follow-up.ts';
import { reviewFile } from '../review/file-views.ts';
import { reviewExported, reviewMessage } from '../review/views.ts';
import { openReview, openToReview, writeReview } from '../review/write.ts';
import { readTimeline } from '../timeline/read.ts';
import { timelineMessage } from '../timeline/views.ts';
import { pressInstead } from './form-views.ts';
import { followUpForm, reviewForm } from './forms.ts';
import { addingStep, skippingStep, startingPlaybook, tickingStep } from './playbook-slack.ts';
import { raisedReply } from './reply-views.ts';
import { followUpFormView, reviewFormView } from './review-form-views.ts';
import { opening, type Pressed } from './show-slack.ts';

/** Opens the form of a review, filled with the last version. */
async function reviewing(ctx: Context, pressed: Pressed): Promise<Reply> {
  const { issue, review } = await openToReview.call(ctx, { id: pressed.id });
  const { currency } = ctx.workspace;
  const seen = review?.version ?? 0;
  const view = reviewFormView(issue, review, currency);
  return asking(reviewForm.open({ ...pressed, seen }, view), pressInstead(issue));
}

/** Shows the review; without one, opens its form. */
async function review(ctx: Context, pressed: Pressed): Promise<Reply> {
  const document = await openReview.call(ctx, { id: pressed.id });
  return document.review
    ? privately(reviewMessage(document, document.review, readerOf(ctx)))
    : await reviewing(ctx, pressed);
}

async function timeline(ctx: Context, id: string, before: string | null) {
  return timelineMessage(await readTimeline.call(ctx, { id, before }), readerOf(ctx));
}

export const reviewClicks = [
  answers(moreAction, async (ctx, { wish, ...pressed }) => {
    switch (wish) {
      case 'start playbook':
        return await startingPlaybook(ctx, pressed);
      case 'tick step':
        return await tickingStep(ctx, pressed);
      case 'add step':
        return await addingStep(ctx, pressed);
      case 'skip step':
        return await skippingStep(ctx, pressed);
      case 'follow-up':
        return await opening(ctx, followUpForm, openToFinish, pressed, followUpFormView);
      case 'timeline':
        return privately(await timeline(ctx, pressed.id, null));
    }
  }),
  answers(timelineAction, async (ctx, { id, before }) => replacing(await timeline(ctx, id, before))),
  answers(reviewAction, review),
  answers(editReviewAction, reviewing),
  answers(reviewFileAction, async (ctx, { id }) => {
    const document = await openReview.call(ctx, { id });
    const { issue, review: written } = document;
    if (!written) return await reviewing(ctx, { id, on: 'own' });
    return withFile(reviewExported(issue.number), {
      name: `issue-${issue.number}-review.md`,
      title: `Review of issue ${issue.number}`,
      content: reviewFile(document, written, readerOf(ctx)),
    });
  }),
];

export const reviewForms = [
  takes(followUpForm, async (ctx, { id }, values) => {
    return privately(raisedReply(await addFollowUp.call(ctx, { id, ...values }), true));
  }),
  takes(reviewForm, async (ctx, { seen, ...pressed }, { value, ...values }) => {
    const valueMinor =
      value === null ? null : BigInt(value) * 10n ** BigInt(minorDigits(ctx.workspace.currency));
    await writeReview.call(ctx, { id: pressed.id, version: seen, ...values, valueMinor });
    return await review(ctx, pressed);
  }),
];
