import type { Feature } from '../../src/core/declare/feature.ts';
import { defineFeature } from '../../src/core/declare/feature.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { features } from '../../src/features/index.ts';
import type { JobGround } from '../../src/jobs/ground.ts';
import { type TestClock, testClock } from './clock.ts';
import { newContext } from './database.ts';
import { watchedLog } from './log.ts';

/** A workspace whose minute-by-minute work runs by hand, with these contributions beside the real features. */
export async function jobGround(
  contributions: Partial<Feature>,
  at?: string,
): Promise<JobGround & { readonly clock: TestClock }> {
  const ctx = await newContext(at === undefined ? {} : { at });
  const clock = testClock(at);
  const feature = defineFeature({
    name: 'test',
    title: 'Test',
    permissions: [],
    operations: [],
    ...contributions,
  });
  const engine = { ...ctx.engine, contributions: contributionsOf([...features, feature]) };
  const ground = { engine, clock, ids: randomIds, log: watchedLog(), commandPrefix: '' };
  return { ground, workspace: ctx.workspace, clock };
}
