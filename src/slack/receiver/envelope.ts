import { z } from 'zod';

/** A message from Slack over a socket. */
export type Envelope =
  /** Slack's greeting, or its request to reconnect. */
  | { readonly is: 'control' }
  | { readonly is: 'delivery'; readonly id: string; readonly payload: unknown }
  /** Cannot be acknowledged: it has no envelope id. */
  | { readonly is: 'unreadable' };

const control = z.object({ type: z.enum(['hello', 'disconnect']) });
const delivery = z.object({ envelope_id: z.string().min(1).max(255), payload: z.unknown().optional() });

export function readEnvelope(text: string): Envelope {
  const json = jsonOf(text);
  if (control.safeParse(json).success) return { is: 'control' };
  const { data } = delivery.safeParse(json);
  return data ? { is: 'delivery', id: data.envelope_id, payload: data.payload } : { is: 'unreadable' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
