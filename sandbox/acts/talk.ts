import { addChannel, addGroup, groupOf } from '../state/people.ts';
import type { Slack } from '../state/slack.ts';
import { ActError, actor } from './act.ts';

/** Members open a conversation among themselves, hidden from the app. Returns its id. */
export function openConversation(slack: Slack, act: { user: string; with: string[] }): string {
  const ids = [...new Set([act.user, ...act.with])].map((id) => actor(slack, id).id);
  if (ids.length < 2) throw new ActError('A conversation needs at least one other person');
  if (ids.length > 2) return (groupOf(slack, ids) ?? addGroup(slack, ids)).id;
  const known = [...slack.channels.values()].find(
    (c) => c.kind === 'im' && ids.every((id) => c.members.has(id)),
  );
  if (known) return known.id;
  const [, user = ''] = ids;
  const id = slack.ids.next('D');
  addChannel(slack, { id, name: 'directmessage', kind: 'im', members: new Set(ids), user });
  slack.feed.announce({ type: 'channel', channel: id });
  return id;
}
