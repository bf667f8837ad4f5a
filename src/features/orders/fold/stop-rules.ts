import { addWorkingHours, type WorkingCalendar } from '../../../core/time/calendar.ts';
import type { CutOff } from './input-model.ts';
import type { FoldedStage, NextStop, Reached } from './model.ts';
import { earliest, latest } from './moments.ts';

const hourMs = 3_600_000;
const hours = { toAllocate: 2, toPick: 4, beforeCutOff: 2, toScan: 24 };

/**
 * When an order will have stopped at its next hand-over. Working hours count, and start again when a hold ends; a label
 * that nobody scanned has a day, until people are there to look.
 */
export function nextStopOf({
  stage,
  reached,
  freeAt,
  shipBy,
  calendar,
  next,
}: {
  readonly stage: FoldedStage;
  readonly reached: Reached;
  /** When its last hold ended. */
  readonly freeAt: Date | null;
  readonly shipBy: Date | null;
  readonly calendar: WorkingCalendar;
  readonly next: (at: Date) => CutOff | null;
}): NextStop {
  const worked = (from: Date | null, count: number) => {
    const start = latest([from, freeAt]);
    return from && start && isWorked(calendar) ? addWorkingHours(start, count, calendar) : null;
  };
  const { paidAt, allocatedAt, packedAt, labelledAt } = reached;
  if (stage === 'paid') return stop('unallocated', worked(paidAt, hours.toAllocate));
  if (stage === 'allocated') {
    const late = shipBy && new Date(shipBy.getTime() - hours.beforeCutOff * hourMs);
    return stop('unpicked', earliest([worked(allocatedAt, hours.toPick), late]));
  }
  if (stage !== 'packed' && stage !== 'labelled') return stop(null, null);
  const ready = latest([packedAt ?? labelledAt, freeAt]);
  const missed = ready ? (next(ready)?.lateUntil ?? null) : null;
  const silent = labelledAt && open(new Date(labelledAt.getTime() + hours.toScan * hourMs), calendar);
  return silent && (!missed || silent < missed) ? stop('label unscanned', silent) : stop('unscanned', missed);
}

function stop(at: NextStop['nextStop'], when: Date | null): NextStop {
  return when ? { nextStop: at, nextStopAt: when } : { nextStop: null, nextStopAt: null };
}

/** The moment itself if people are there, else when they come next. */
function open(at: Date, calendar: WorkingCalendar): Date {
  return isWorked(calendar) ? addWorkingHours(at, 0, calendar) : at;
}

/** A calendar without working days knows no hour that could pass. */
function isWorked({ eras }: WorkingCalendar): boolean {
  return eras.length > 0 && eras.every(({ days }) => days.length > 0);
}
