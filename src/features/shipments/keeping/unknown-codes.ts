import { reasonAsCode, statusAsCode } from '../status/model.ts';
import type { KeptEvent } from '../telling/kept.ts';
import type { CodeCount } from './code-store.ts';
import type { SeriesPlan } from './plan.ts';

/** What of an event nobody here knows: the code of its status, and its reason. */
export function unknownIn({
  source,
  at,
  status,
  code,
  reasonCode,
}: Pick<KeptEvent, 'source' | 'at' | 'status' | 'code' | 'reasonCode'>) {
  return [
    ...(status === 'unknown' && code !== null ? [{ source, code: statusAsCode(code), at }] : []),
    ...(reasonCode === undefined ? [] : [{ source, code: reasonAsCode(reasonCode), at }]),
  ];
}

/**
 * The codes of new events that nobody here knows, and those that events say now and did not say before. What has moved to
 * another series was counted before.
 */
export function unknownCodes(plans: readonly SeriesPlan[]): readonly CodeCount[] {
  const codes = new Map<string, Omit<CodeCount, 'count' | 'firstAt' | 'lastAt'> & { moments: number[] }>();
  for (const { fresh, corrected, shipments } of plans)
    for (const { source, code, at } of [...fresh.flatMap(unknownIn), ...corrected.flatMap(newlyUnknown)]) {
      const key = JSON.stringify([source, code]);
      const sample = shipments.at(-1)?.after.tracking ?? '';
      const one = codes.get(key) ?? { source, code, sample, moments: [] };
      one.moments.push(at.getTime());
      codes.set(key, one);
    }
  return [...codes.values()].map(({ moments, ...one }) => ({
    ...one,
    count: moments.length,
    firstAt: new Date(Math.min(...moments)),
    lastAt: new Date(Math.max(...moments)),
  }));
}

function newlyUnknown({ was, now }: SeriesPlan['corrected'][number]) {
  const had = unknownIn(was).map(({ code }) => code);
  return unknownIn(now).filter(({ code }) => !had.includes(code));
}
