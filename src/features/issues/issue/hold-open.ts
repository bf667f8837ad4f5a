import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { issueCase } from './case.ts';
import type { Issue } from './model.ts';
import { issueSentences, whyNotWorkOn } from './refusals.ts';

/** The issue, held for this transaction. Refuses one that is done or closed. */
export async function holdOpen(ctx: MutationContext, id: string): Promise<Issue> {
  const issue = await hold(ctx, issueCase, id);
  demand(whyNotWorkOn(issue), issueSentences, issue, actingReaderOf(ctx));
  return issue;
}
