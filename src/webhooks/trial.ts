import type { Hearing } from '../core/runtime/context.ts';
import { pathPrefix, receivers, trialBody, trialTopic } from '../features/index.ts';
import type { WebhookTools } from './routes.ts';
import { schemes } from './verify/schemes.ts';

const patienceMs = 5_000;

/** Sends ourselves what a source would send, over the port on which it is heard. */
export async function trySource(
  id: string,
  address: string,
  { database, workspaceId, clock, ids }: Pick<WebhookTools, 'database' | 'workspaceId' | 'clock' | 'ids'>,
): ReturnType<Hearing['trial']> {
  const source = (await receivers(database, workspaceId)).find((one) => one.id === id);
  const [signing] = source?.secrets ?? [];
  if (!source || !signing) return { answer: 'refused', ms: 0 };
  const now = clock.now();
  const body = Buffer.from(trialBody(source, ids.uuid(now)));
  const headers = schemes[source.kind].sign(signing.secret.reveal(), body, trialTopic, now);
  const began = clock.elapsed();
  try {
    const { ok } = await fetch(`${address}${pathPrefix}${source.path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(patienceMs),
    });
    return { answer: ok ? 'taken' : 'refused', ms: Math.max(1, Math.round(clock.elapsed() - began)) };
  } catch {
    return { answer: 'not reached', ms: 0 };
  }
}
