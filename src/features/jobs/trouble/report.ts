import { z } from 'zod';
import { schedules } from '../../../core/declare/schedule.ts';
import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import { collect } from '../../../core/runtime/effects.ts';
import { query } from '../../../core/runtime/operation.ts';
import { adminAccounts } from '../../people/index.ts';
import { trouble as kind } from '../notifications.ts';
import { seeJobs } from '../permissions.ts';
import { partWords, subjectOf, type Trouble, type TroubleFacts, troubleOf } from './rules.ts';
import { findTrouble } from './store.ts';

/** Tells the owner, or every admin if there is no owner, in the transaction that records the trouble. */
export async function reportTrouble(
  ctx: MutationContext,
  trouble: Trouble,
  owner: string | null,
): Promise<void> {
  const people = owner ? [owner] : await adminAccounts(ctx.tx);
  if (people.length === 0) ctx.log.warn({ trouble }, 'there is trouble and no admin to tell');
  const subject = subjectOf(trouble);
  collect(ctx.pending, { changes: [], notifications: people.map((one) => kind.about(subject, one, null)) });
}

/** A trouble as it is now; null when it is over. */
export const getTrouble = query({
  name: 'jobs.trouble',
  permission: seeJobs,
  input: z.object({ subject: z.string() }),
  async run(ctx, { subject }): Promise<TroubleFacts | null> {
    const trouble = troubleOf(subject);
    const row = trouble && (await findTrouble(ctx.scope, trouble));
    if (!row) return null;
    return {
      about: trouble.about,
      title: titleOf(ctx, trouble, row.kind),
      at: trouble.about === 'slot' ? trouble.slotAt : null,
      place: row.place,
      attempts: row.attempts,
      error: row.error ?? 'no reason was recorded',
    };
  },
});

function titleOf({ engine }: Context, trouble: Trouble, kind: string): string {
  if (trouble.about !== 'part')
    return engine.contributions.of(schedules).find(({ id }) => id === kind)?.title ?? kind;
  const [feature = ''] = trouble.part.split('.');
  return partWords(trouble.part, engine.contributions.titleOf(feature) ?? feature);
}
