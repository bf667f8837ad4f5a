import type { Schedule } from '../../../core/tokens/schedule.ts';

/** Which days a digest is about. */
export const periods = [
  'yesterday',
  'since last',
  'today',
  'last 7 days',
  'last week',
  'this month',
  'last month',
  'next 7 days',
] as const;
export type Period = (typeof periods)[number];

/** What somebody decides about a digest, beside its times, place and owner. */
export interface DigestSettings {
  readonly name: string;
  readonly period: Period;
  /** Keys of `DigestSection`. */
  readonly sections: readonly string[];
  /** Keys of KPIs, in the order in which they are shown. */
  readonly kpis: readonly string[];
  readonly skipIfEmpty: boolean;
  /** How far late data may move a printed figure before its post is corrected; in tenths. 0: it is never corrected. */
  readonly tolerance: number;
}

/** A message that is posted regularly. */
export interface Digest extends DigestSettings {
  readonly id: string;
  readonly number: number;
  readonly schedule: Schedule;
}

export const digestKindId = 'digests.digest';

/** More are not read on a phone. */
export const mostFigures = 6;
export const longestName = 60;
