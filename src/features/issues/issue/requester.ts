import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { directIssues } from '../permissions.ts';
import type { Asker } from './refusals.ts';

/** An issue is owned by somebody in Slack. */
export function personOf({ actor }: Context) {
  if (actor.kind === 'person') return actor;
  throw new Refusal('invalid', 'Only somebody in Slack can be on it: ask for it there.');
}

export function askerOf({ actor, now }: Context): Asker {
  const personId = actor.kind === 'person' ? actor.id : null;
  return { now, timeZone: actor.timeZone, personId, directs: holds(actor, directIssues) };
}

/** A "no" of the rules, told to the one who asked. */
export function demand(no: string | null): void {
  if (no) throw new Refusal('conflict', no, { next: 'Its card shows how it stands now.' });
}
