import type { ActResult } from '../control/types.ts';
import { messageJson } from '../state/message-json.ts';
import type { Slack } from '../state/slack.ts';
import { ActError, actor, conversation, origin, payloadName, responseUrl } from './act.ts';
import { isShownTo } from './target.ts';

export interface ShortcutAct {
  user: string;
  callback_id: string;
  message?: { channel: string; ts: string };
}

/** A member picks one of the app's shortcuts: a global one, or one on a message. */
export async function shortcut(slack: Slack, act: ShortcutAct): Promise<ActResult> {
  const member = actor(slack, act.user);
  const wanted = act.message ? 'message' : 'global';
  const declared = slack.manifest.features.shortcuts.find(
    (s) => s.callback_id === act.callback_id && s.type === wanted,
  );
  if (!declared) throw new ActError(`The manifest has no ${wanted} shortcut ${act.callback_id}`);
  const common = {
    ...origin(slack, member),
    callback_id: act.callback_id,
    action_ts: slack.ids.ts(),
    trigger_id: slack.triggers.issue({ user: member.id }),
  };
  if (!act.message) {
    return {
      ack: await slack.delivery.request('interactive', `shortcut ${act.callback_id}`, {
        type: 'shortcut',
        ...common,
      }),
    };
  }
  const channel = conversation(slack, member, act.message.channel);
  const message = slack.messages.get(channel.id, act.message.ts);
  if (!message || !isShownTo(message, member))
    throw new ActError(`There is no message ${act.message.ts} there`);
  const hook = { user: member.id, channel: channel.id, message_ts: message.ts };
  const ack = await slack.delivery.request('interactive', `message_action ${act.callback_id}`, {
    type: 'message_action',
    ...common,
    channel: { id: channel.id, name: payloadName(channel) },
    message_ts: message.ts,
    message: messageJson(slack, message),
    response_url: responseUrl(slack, 'app', hook),
  });
  return { ack };
}
