import type { Message } from '../tokens/reply.ts';
import { Refusal } from './refusal.ts';

/** Whether the bot can post in a channel, for everybody there. `name`: null where Slack does not tell. */
export type Footing = { readonly name: string | null } & (
  | { readonly ok: true }
  | { readonly ok: false; readonly why: string; readonly next: string }
);

/** Channels as Slack has them now. Never call it inside a transaction. */
export interface Places {
  /** When Slack does not answer, the reason says so. */
  look(channel: string): Promise<Footing>;
  /** The same, found out by posting this line: only then are the channel's posting rights known. */
  post(channel: string, line: Message): Promise<Footing>;
}

/** Throws a `Refusal` when the bot cannot post in the channel. */
export async function demandFooting(places: Places, channel: string): Promise<void> {
  const footing = await places.look(channel);
  if (!footing.ok) throw new Refusal('not-allowed', footing.why, { next: footing.next });
}
