import type { MutationContext } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { listOf } from '../../core/text/sentence.ts';
import { mentionedUser } from '../../core/text/words.ts';
import { type MemberRow, wantedIn } from './rules.ts';
import { findMembers } from './store.ts';

/** A mention says nothing to its reader when it is written out. */
export function unknownPerson(who: string): string {
  return mentionedUser(who) ? 'I have not met that person yet.' : `I don’t know anybody called ${who}.`;
}

/** The one person with this mention, Slack user id or name. Refuses none and several. */
export async function pickMember(ctx: MutationContext, who: string): Promise<MemberRow> {
  const found = await findMembers(ctx.tx, wantedIn(who));
  const people = new Set(found.map((member) => member.personId));
  const [first] = found;
  if (!first) {
    throw new Refusal('not-found', unknownPerson(who), {
      next: 'Pick the name from the list that Slack offers after @. I get to know people at their first command.',
    });
  }
  if (people.size > 1) {
    throw new Refusal(
      'invalid',
      `Several people fit "${who}": ${listOf(found.map((member) => member.name))}.`,
      {
        next: 'Pick one from the list that Slack offers after @.',
      },
    );
  }
  return first;
}
