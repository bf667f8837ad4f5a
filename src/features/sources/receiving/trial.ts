import { usualPaths } from '../generic/paths.ts';
import type { Source } from '../source/model.ts';

/** The topic of a delivery that we send ourselves: it is received as any other, and ignored. */
export const trialTopic = 'quartermaster/test';

/** Where those without a header for it say the topic. */
const topicFields: Partial<Record<Source['kind'], string>> = {
  easypost: 'description',
  aftership: 'event',
  shippo: 'event',
};

/** A body that says nothing but that it is a test. */
export function trialBody({ kind, settings }: Pick<Source, 'kind' | 'settings'>, id: string): string {
  const field = topicFields[kind];
  if (field !== undefined) return JSON.stringify({ [field]: trialTopic, test: id });
  if (kind !== 'generic') return JSON.stringify({ test: id });
  const path = (settings.paths.topic ?? usualPaths.topic).split('.');
  const said = path.reduceRight<unknown>((inner, field) => ({ [field]: inner }), trialTopic);
  return JSON.stringify({ ...(said as object), test: id });
}
