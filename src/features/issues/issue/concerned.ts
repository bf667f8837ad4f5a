import type { Somebody } from '../../../cases/model.ts';
import type { Actor } from '../../../core/runtime/actor.ts';
import type { Issue } from './model.ts';

/**
 * The Slack users who hear of a change that somebody else made: the reporter, the owner, and `more`. Whoever reads the
 * card in their direct messages anyway has the line in its thread.
 */
export function concerned(
  { reporter, owner, place }: Pick<Issue, 'reporter' | 'owner' | 'place'>,
  actor: Actor,
  ...more: readonly (Somebody | null)[]
): readonly string[] {
  const others = [reporter, owner, ...more].flatMap((one) =>
    one?.active && !(actor.kind === 'person' && one.id === actor.id) ? [one.slackUserId] : [],
  );
  return [...new Set(others)].filter((user) => user !== place);
}
