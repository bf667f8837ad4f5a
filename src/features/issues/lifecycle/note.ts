import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { maxText } from '../issue/model.ts';
import { held, recordStep } from '../issue/record-event.ts';
import { raiseIssues } from '../permissions.ts';

/** What somebody knows of it: a line in the thread. */
export const addNote = mutation({
  name: 'issues.note',
  permission: raiseIssues,
  input: z.object({ id: z.uuid(), text: z.string().min(1).max(maxText) }),
  async run(ctx, { id, text }) {
    const issue = await held(ctx, id);
    const step = await recordStep(ctx, issue, { what: 'note', note: text });
    return { ...step, result: issue.number };
  },
});
