import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { ServiceAsked } from './model.ts';

/** "Lena asked Wed 4 Mar 14:00 CET: issue #5." */
export function askedBefore({ issue, by, at }: ServiceAsked, reader: Reader): string {
  return `${by ?? 'Somebody'} asked ${dayMoment(at, reader)}: issue #${issue.number}.`;
}
