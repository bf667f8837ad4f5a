import { z } from 'zod';
import { hold } from '../../../cases/hold.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { named } from '../../people/index.ts';
import { issueCase } from '../issue/case.ts';
import { maxText } from '../issue/model.ts';
import { raiseIssues } from '../permissions.ts';

export const addNote = mutation({
  name: 'issues.note',
  permission: forAct(raiseIssues, 'add notes to issues'),
  input: z.object({ id: z.uuid(), text: z.string().min(1).max(maxText) }),
  async run(ctx, { id, text }) {
    const issue = await hold(ctx, issueCase, id);
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'note',
      note: await named(ctx.tx, text),
    });
    return { ...recorded, result: issue.number };
  },
});
