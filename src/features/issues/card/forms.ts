import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { maxText, maxTitle, resolutions, severities } from '../issue/model.ts';
import { spans } from '../issue/promise-rules.ts';
import { directIssues, raiseIssues, workOnIssues } from '../permissions.ts';
import { causes, maxReviewText } from '../review/rules.ts';

const text = (missing: string) => z.string(missing).max(maxText, 'That is too long.');

export const raiseForm = defineForm({
  id: 'issues.raise-form',
  version: 1,
  permission: forAct(raiseIssues, 'raise issues'),
  carries: z.object({
    source: z.string(),
    /** What the issue is about. */
    link: z
      .object({ what: z.string(), ref: z.string(), label: z.string(), url: z.string().nullable() })
      .nullable(),
  }),
  fields: z.object({
    title: z.string('Say in one line what is wrong.').max(maxTitle, 'Say it shorter; details go below.'),
    severity: z.enum(severities, 'Say how bad it is.'),
    department: z.enum(departments, 'Pick one of the list.').nullable(),
    /** An `IssueKind`. */
    kind: z.string('Say what it is about.'),
    details: z.string().max(maxText, 'That is too long.').nullable(),
    dueAt: z.date().nullable(),
  }),
});

const issue = z.object({ id: z.uuid(), on: z.enum(['card', 'own']) });

export const assignForm = defineForm({
  id: 'issues.assign-form',
  version: 1,
  permission: forAct(directIssues, 'assign issues'),
  carries: issue,
  fields: z.object({ person: z.string('Pick a person.') }),
});

export const handOverForm = defineForm({
  id: 'issues.hand-over-form',
  version: 1,
  permission: forAct(workOnIssues, 'hand issues over'),
  carries: issue,
  fields: z.object({ person: z.string('Pick a person.') }),
});

export const doneForm = defineForm({
  id: 'issues.done-form',
  version: 1,
  permission: forAct(workOnIssues, 'resolve issues'),
  carries: issue,
  fields: z.object({
    code: z.enum(resolutions, 'Say how it ended.'),
    note: z.string().max(maxText, 'That is too long.').nullable(),
  }),
});

export const changeForm = defineForm({
  id: 'issues.change-form',
  version: 1,
  permission: forAct(workOnIssues, 'change issues'),
  carries: issue,
  fields: z.object({
    promise: z.enum(spans).nullable(),
    snooze: z.enum(spans).nullable(),
    severity: z.enum(severities).nullable(),
  }),
});

export const noteForm = defineForm({
  id: 'issues.note-form',
  version: 1,
  permission: forAct(raiseIssues, 'add notes to issues'),
  carries: issue,
  fields: z.object({ text: text('Say something.') }),
});

export const followUpForm = defineForm({
  id: 'issues.follow-up-form',
  version: 1,
  permission: forAct(workOnIssues, 'raise follow-ups'),
  carries: issue,
  fields: z.object({
    title: z.string('Say in one line what needs to be done.').max(maxTitle, 'Say it shorter.'),
    department: z.enum(departments, 'Pick a department.'),
    person: z.string().nullable(),
    dueAt: z.date().nullable(),
  }),
});

const reviewText = z.string().max(maxReviewText, 'That is too long.').nullable();
const amount = z.number('Enter a number.').int('Enter a whole number.').min(0, 'Enter 0 or more.');

export const reviewForm = defineForm({
  id: 'issues.review-form',
  version: 1,
  permission: forAct(workOnIssues, 'review issues'),
  /** `seen`: the version that the writer saw; 0: none. */
  carries: issue.extend({ seen: z.number().int() }),
  fields: z.object({
    happened: z.string('Say what happened.').max(maxReviewText, 'That is too long.'),
    cause: z.enum(causes, 'Pick a cause.'),
    ordersAffected: amount.max(2_000_000_000, 'That is too many.').nullable(),
    value: amount.max(1_000_000_000_000, 'That is too much.').nullable(),
    wentWell: reviewText,
    toChange: reviewText,
  }),
});

export const reopenForm = defineForm({
  id: 'issues.reopen-form',
  version: 1,
  permission: forAct(directIssues, 'reopen issues'),
  carries: issue,
  fields: z.object({ why: text('Say why.') }),
});
