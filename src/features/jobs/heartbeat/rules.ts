import type { Timing } from '../../../core/time/timing.ts';
import type { Checked } from '../../../core/tokens/checked.ts';
import type { SlotState } from '../../../core/tokens/schedule.ts';

export const heartbeatKindId = 'jobs.heartbeat';

/** A heartbeat in a list. */
export interface Heartbeat extends Timing {
  readonly id: string;
  readonly place: string;
  readonly paused: boolean;
  /** Null while it is paused. */
  readonly next: Date | null;
  /** Its newest slot; null before the first. */
  readonly last: LastSlot | null;
}

export interface LastSlot {
  readonly slotAt: Date;
  readonly state: SlotState;
  readonly error: string | null;
}

/** A heartbeat as posted. */
export interface Beat extends Timing {
  readonly checks: readonly Checked[];
  readonly slotAt: Date;
  /** Minutes. */
  readonly lateMin: number;
  readonly next: Date | null;
}

/** The subject of a slot's message. */
export function subjectOfSlot(scheduleId: string, slotAt: Date): string {
  return `${scheduleId}/${slotAt.toISOString()}`;
}

export function slotOfSubject(subject: string): { readonly scheduleId: string; readonly slotAt: Date } {
  const [scheduleId = '', slotAt = ''] = subject.split('/');
  return { scheduleId, slotAt: new Date(slotAt) };
}
