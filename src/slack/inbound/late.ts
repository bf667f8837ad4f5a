import { momentFor } from '../../core/time/reader.ts';
import type { Parts } from '../app/services.ts';
import { askedAt } from '../replies/notes.ts';
import type { Outcome } from './dispatch.ts';

/** An answer after this long says when it was asked. */
const lateMs = 45_000;

/** A late answer says when it was asked. `ts`: of the message. */
export function withTime({ ground, workspace }: Parts, ts: string, outcome: Outcome): Outcome {
  const at = new Date(Number(ts) * 1_000);
  const now = ground.clock.now();
  if (!(now.getTime() - at.getTime() > lateMs)) return outcome;
  const when = momentFor(at, { now, timeZone: workspace.timeZone, lasting: true });
  return { ...outcome, reply: { ...outcome.reply, message: askedAt(outcome.reply.message, when) } };
}
