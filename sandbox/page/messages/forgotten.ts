import type { Snapshot } from '../store.ts';

/**
 * What Slack shows to one member alone lives as long as their page does: after a reload it is gone. `openedAt` is when
 * this page opened, in milliseconds of the sandbox's clock.
 */
export function withoutForgotten(snapshot: Snapshot, openedAt: number): Snapshot {
  const lives = ({ ts }: { ts: string }) => Number(ts) * 1_000 >= openedAt;
  const stays = (m: Snapshot['messages'][number]) => !m.ephemeral || lives(m);
  if (snapshot.notices.every(lives) && snapshot.messages.every((m) => stays(m) && m.replies.every(stays)))
    return snapshot;
  const messages = snapshot.messages
    .filter(stays)
    .map((m) => (m.replies.every(stays) ? m : { ...m, replies: m.replies.filter(stays) }));
  return { ...snapshot, messages, notices: snapshot.notices.filter(lives), forgot: true };
}
