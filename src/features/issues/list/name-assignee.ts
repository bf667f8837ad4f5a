import { z } from 'zod';
import { demandInput } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { query } from '../../../core/runtime/operation.ts';
import { mentionOf } from '../../../core/text/words.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { findPeople } from '../../people/index.ts';
import { assignSentences, whyNotAssignee } from '../lifecycle/refusals.ts';
import { directIssues, workOnIssues } from '../permissions.ts';

/** The name of somebody who can be asked to take issues; refused beside the form's input for anybody else. */
export const nameAssignee = query({
  name: 'issues.name-assignee',
  permission: forAct(directIssues, 'assign issues'),
  input: z.object({ slackUserId: z.string() }),
  async run(ctx, { slackUserId }) {
    const [member = null] = await findPeople.call(ctx, { text: mentionOf(slackUserId) });
    const judged = { assignee: member, needed: workOnIssues };
    demandInput(whyNotAssignee(judged), assignSentences, judged, actingReaderOf(ctx), 'person');
    return member?.name ?? slackUserId;
  },
});
