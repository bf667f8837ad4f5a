import type { Message } from '../tokens/reply.ts';
import { Refusal } from './refusal.ts';

/** Whether the bot can post in a channel, for everybody there. `name`: null where Slack does not tell. */
export type Footing = { readonly name: string | null } & (
  | { readonly ok: true }
  /** `sure`: false when Slack did not answer, so that it may well be fine. */
  | { readonly ok: false; readonly sure: boolean; readonly why: string; readonly next: string }
);

/** Channels as Slack has them now. Never call it inside a transaction. */
export interface Places {
  /** When Slack does not answer, the reason says so. */
  look(channel: string): Promise<Footing>;
  /** The same, found out by posting this line: only then are the channel's posting rights known. */
  post(channel: string, line: Message): Promise<Footing>;
}

/** Throws a `Refusal` when the bot certainly cannot post in the channel; in doubt the outbox tries. */
export async function demandFooting(places: Places, channel: string): Promise<void> {
  const footing = await places.look(channel);
  if (!footing.ok && footing.sure) throw new Refusal('not-allowed', footing.why, { next: footing.next });
}
