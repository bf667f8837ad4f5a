import { z } from 'zod';
import { pressedCase } from '../../../cases/actions.ts';
import { defineAction } from '../../../core/tokens/action.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { defineListAction } from '../../../core/tokens/page.ts';
import { severities, states } from './model.ts';
import { spans } from './promise-rules.ts';

/** See `linkKindOf`. */
const linkKind = z.string().max(40);

export const takeAction = defineAction({ id: 'issues.take', version: 1, value: pressedCase });
export const promiseAction = defineAction({
  id: 'issues.promise',
  version: 1,
  value: pressedCase.extend({ span: z.enum(spans) }),
});
export const snoozeAction = defineAction({
  id: 'issues.snooze',
  version: 1,
  value: pressedCase.extend({ span: z.enum(spans) }),
});
export const severityAction = defineAction({
  id: 'issues.severity',
  version: 1,
  value: pressedCase.extend({ severity: z.enum(severities) }),
});
/** These open a form. */
export const assignAction = defineAction({ id: 'issues.assign', version: 1, value: pressedCase });
export const doneAction = defineAction({ id: 'issues.done', version: 1, value: pressedCase });
export const noteAction = defineAction({ id: 'issues.note', version: 1, value: pressedCase });
export const reopenAction = defineAction({ id: 'issues.reopen', version: 1, value: pressedCase });
export const closeAction = defineAction({ id: 'issues.close', version: 1, value: pressedCase });
/** Asks for a channel of its own. */
export const roomAction = defineAction({ id: 'issues.room', version: 1, value: pressedCase });
/** Gives the issue the steps of a playbook; ticks one of them. */
export const playbookAction = defineAction({
  id: 'issues.start-playbook',
  version: 1,
  value: pressedCase.extend({ playbook: z.string().max(40) }),
});
export const tickAction = defineAction({
  id: 'issues.tick-step',
  version: 1,
  value: pressedCase.extend({ step: z.uuid() }),
});
/** What is rarely wanted, in one menu. */
export const moreWishes = ['add step', 'skip step', 'follow-up', 'timeline'] as const;
export const moreAction = defineAction({
  id: 'issues.more',
  version: 1,
  value: pressedCase.extend({ wish: z.enum(moreWishes) }),
});
/** The review that was written, or the form for one. */
export const reviewAction = defineAction({ id: 'issues.review', version: 1, value: pressedCase });
export const editReviewAction = defineAction({ id: 'issues.edit-review', version: 1, value: pressedCase });
export const reviewFileAction = defineAction({
  id: 'issues.review-file',
  version: 1,
  value: z.object({ id: z.uuid() }),
});
/** A page of the timeline, in place of the one that was shown. */
export const timelineAction = defineAction({
  id: 'issues.timeline',
  version: 1,
  value: z.object({ id: z.uuid(), before: z.uuid().nullable() }),
});

/** Shows one issue in place of the list it was picked from. */
export const showIssue = defineAction({ id: 'issues.show', version: 1, value: z.object({ id: z.uuid() }) });

/** The same beside what it was pressed on, such as the card of a SKU. */
export const showBeside = defineAction({
  id: 'issues.show-beside',
  version: 1,
  value: z.object({ id: z.uuid() }),
});
/** The open issues that touch something. */
export const linkedIssuesAction = defineAction({
  id: 'issues.touching',
  version: 1,
  value: z.object({ what: linkKind, ref: z.string().max(60) }),
});

/** What a list shows. */
const filter = z.object({
  state: z.enum(['open', ...states]),
  severity: z.enum(severities).nullable(),
  department: z.enum(departments).nullable(),
  whose: z.enum(['all', 'mine']),
});
/** A page of a list: a menu narrows it down, a button goes on. */
export const listAction = defineListAction({ id: 'issues.list', version: 1, filter });
/** All pages of a list as a file. */
export const exportAction = defineAction({ id: 'issues.export', version: 1, value: filter });
/** Opens the form of a new issue. */
export const raiseAction = defineAction({ id: 'issues.raise', version: 1, value: z.object({}) });
/** The same about something: a button that any feature's card can carry. `ref` is the thing's id. */
export const raiseAbout = defineAction({
  id: 'issues.raise-about',
  version: 1,
  value: z.object({ what: linkKind, ref: z.uuid() }),
});
