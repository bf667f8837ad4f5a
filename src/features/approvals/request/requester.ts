import type { Context } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Asker } from './refusals.ts';

/** Whoever asks for something, or has a say in it, is somebody in Slack. */
export function personOf({ actor }: Context) {
  if (actor.kind === 'person') return actor;
  throw new Refusal('not-allowed', 'Only somebody in Slack can do that: an approval is between people.');
}

export function askerOf(ctx: Context): Asker {
  const { id, timeZone } = personOf(ctx);
  return { personId: id, timeZone, now: ctx.now };
}

/** A "no" of the rules, told to the one who asked. */
export function demand(no: string | null, next = 'Its card shows how it stands now.'): void {
  if (no) throw new Refusal('conflict', no, { next });
}
