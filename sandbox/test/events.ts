import type { SandboxClient } from '../client.ts';
import type { Json } from '../state/types.ts';

/** The events sent, each once: without a listener they are retried at once. */
export async function heardEvents(slack: SandboxClient): Promise<Json[]> {
  const sent = (await slack.traffic()).filter((t) => t.kind === 'events_api').map((t) => t.request as Json);
  return [...new Map(sent.map((body) => [body.event_id, body.event as Json])).values()];
}
