import { z } from 'zod';
import { pressedCase } from '../../../cases/actions.ts';
import { defineAction } from '../../../core/tokens/action.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { defineListAction } from '../../../core/tokens/page.ts';
import { severities, states } from './model.ts';
import { spans } from './promise-rules.ts';

/** See `linkKindOf`. */
const linkKind = z.string().max(40);

// Cards used to have menus for a promise, a snooze, a severity and a playbook: those that were posted keep working.
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
/** Opens the form that changes severity, promise or snooze. */
export const changeAction = defineAction({ id: 'issues.change', version: 1, value: pressedCase });
/** The next four open a form. */
export const assignAction = defineAction({ id: 'issues.assign', version: 1, value: pressedCase });
export const doneAction = defineAction({ id: 'issues.done', version: 1, value: pressedCase });
export const noteAction = defineAction({ id: 'issues.note', version: 1, value: pressedCase });
export const reopenAction = defineAction({ id: 'issues.reopen', version: 1, value: pressedCase });
/** The answer of whoever was asked to take it; "Accept" is `takeAction`. */
export const declineAction = defineAction({ id: 'issues.decline', version: 1, value: pressedCase });
/** Opens a form. */
export const handOverAction = defineAction({ id: 'issues.hand-over', version: 1, value: pressedCase });
export const releaseAction = defineAction({ id: 'issues.release', version: 1, value: pressedCase });
export const closeAction = defineAction({ id: 'issues.close', version: 1, value: pressedCase });
export const roomAction = defineAction({ id: 'issues.room', version: 1, value: pressedCase });
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
/** Rare actions, behind three dots. */
export const moreWishes = [
  'start playbook',
  'tick step',
  'add step',
  'skip step',
  'follow-up',
  'timeline',
] as const;
export const moreAction = defineAction({
  id: 'issues.more',
  version: 1,
  value: pressedCase.extend({ wish: z.enum(moreWishes) }),
});
/** Shows the review; without one, opens its form. */
export const reviewAction = defineAction({ id: 'issues.review', version: 1, value: pressedCase });
export const editReviewAction = defineAction({ id: 'issues.edit-review', version: 1, value: pressedCase });
export const reviewFileAction = defineAction({
  id: 'issues.review-file',
  version: 1,
  value: z.object({ id: z.uuid() }),
});
/** Replaces the page of the timeline that is shown. */
export const timelineAction = defineAction({
  id: 'issues.timeline',
  version: 1,
  value: z.object({ id: z.uuid(), before: z.uuid().nullable() }),
});

/** Shows one issue in place of the list. */
export const showIssue = defineAction({ id: 'issues.show', version: 1, value: z.object({ id: z.uuid() }) });

/** Shows one issue below a card of another feature, such as a SKU's. */
export const showBeside = defineAction({
  id: 'issues.show-beside',
  version: 1,
  value: z.object({ id: z.uuid() }),
});
/** Shows the SKU, the order, the lane and so on that an issue is about. */
export const showLinkAction = defineAction({
  id: 'issues.show-subject',
  version: 1,
  value: z.object({ what: linkKind, ref: z.uuid() }),
});
/** Lists the open issues linked to a SKU, an order and so on. */
export const linkedIssuesAction = defineAction({
  id: 'issues.touching',
  version: 1,
  value: z.object({ what: linkKind, ref: z.string().max(60) }),
});

const filter = z.object({
  state: z.enum(['open', ...states]),
  severity: z.enum(severities).nullable(),
  department: z.enum(departments).nullable(),
  whose: z.enum(['all', 'mine']),
});
/** A page of the list: menus filter, a button turns the page. */
export const listAction = defineListAction({ id: 'issues.list', version: 1, filter });
/** All pages of the list as CSV. */
export const exportAction = defineAction({ id: 'issues.export', version: 1, value: filter });
/** Raises what was kept because an open issue looks the same. */
export const raiseAnywayAction = defineAction({
  id: 'issues.raise-anyway',
  version: 1,
  value: z.object({ draft: z.uuid() }),
});
/** Opens the form for a new issue. */
export const raiseAction = defineAction({ id: 'issues.raise', version: 1, value: z.object({}) });
/** The same about a SKU, an order and so on, from the card of any feature. `ref`: its id, or what its finder keeps it by. */
export const raiseAbout = defineAction({
  id: 'issues.raise-about',
  version: 1,
  value: z.object({ what: linkKind, ref: z.string().max(120) }),
});
