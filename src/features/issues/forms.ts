import { z } from 'zod';
import { departments } from '../../core/departments.ts';
import { defineForm } from '../../core/form.ts';
import { kinds, linkKinds, maxText, maxTitle, resolutions, severities } from './rules.ts';

const text = (missing: string) => z.string(missing).max(maxText, 'That is too long.');

/** What is wrong, how bad it is and whose it is. */
export const raiseForm = defineForm({
  id: 'issues.raise-form',
  version: 1,
  carries: z.object({
    source: z.string(),
    /** What it touches. */
    link: z
      .object({ what: z.enum(linkKinds), ref: z.string(), label: z.string(), url: z.string().nullable() })
      .nullable(),
  }),
  fields: z.object({
    title: z.string('Say in a line what is wrong.').max(maxTitle, 'Say it shorter; details go below.'),
    severity: z.enum(severities, 'Say how bad it is.'),
    department: z.enum(departments, 'Pick one of the list.').nullable(),
    kind: z.enum(kinds, 'Say what it is about.'),
    details: z.string().max(maxText, 'That is too long.').nullable(),
    dueAt: z.date().nullable(),
  }),
});

const issue = z.object({ id: z.uuid(), on: z.enum(['card', 'own']) });

export const assignForm = defineForm({
  id: 'issues.assign-form',
  version: 1,
  carries: issue,
  fields: z.object({ person: z.string('Pick a person.') }),
});

export const doneForm = defineForm({
  id: 'issues.done-form',
  version: 1,
  carries: issue,
  fields: z.object({
    code: z.enum(resolutions, 'Say how it ended.'),
    note: z.string().max(maxText, 'That is too long.').nullable(),
  }),
});

export const noteForm = defineForm({
  id: 'issues.note-form',
  version: 1,
  carries: issue,
  fields: z.object({ text: text('Say something.') }),
});

export const reopenForm = defineForm({
  id: 'issues.reopen-form',
  version: 1,
  carries: issue,
  fields: z.object({ why: text('Say why it is not over.') }),
});
