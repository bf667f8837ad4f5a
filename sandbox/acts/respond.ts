import { validateMessage } from '../blockkit/index.ts';
import { deleteMessage, editMessage, tellMessage } from '../changes/messages.ts';
import { unusableMedia } from '../methods/media.ts';
import { withAttachedIds, withBlockIds } from '../state/elements.ts';
import type { Hook } from '../state/hooks.ts';
import { postAsBot } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Json } from '../state/types.ts';

const KNOWN = new Set([
  'text',
  'blocks',
  'attachments',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'metadata',
  'mrkdwn',
  'unfurl_links',
  'unfurl_media',
]);

/**
 * Applies a body sent to a response_url, or the body of a command's acknowledgement. Returns Slack's error code, if
 * any.
 */
export function respond(slack: Slack, hook: Hook, body: Json, where: string): string | undefined {
  const error = refusal(slack, hook, body, where);
  if (error) return error;
  const original = hook.message_ts ? slack.messages.get(hook.channel, hook.message_ts) : undefined;
  if (body.delete_original === true) {
    if (!original) return undefined;
    void deleteMessage(slack, original);
    return undefined;
  }
  const text = String(body.text ?? '');
  const blocks = body.blocks as Json[] | undefined;
  const attachments = body.attachments as Json[] | undefined;
  if (body.replace_original === true && original) {
    void editMessage(slack, original, () => {
      original.text = text;
      // Unlike chat.update, a replacement covers the whole message: fields that it leaves out are removed.
      if (blocks) original.blocks = withBlockIds(slack, blocks);
      else delete original.blocks;
      if (attachments) original.attachments = withAttachedIds(slack, attachments);
      else delete original.attachments;
      if (!original.only_for) original.edited = { user: slack.app.bot_user_id, ts: slack.ids.ts() };
    });
    return undefined;
  }
  const everyone = body.response_type === 'in_channel';
  const message = postAsBot(slack, {
    channel: hook.channel,
    text,
    blocks,
    attachments,
    metadata: body.metadata as Json | undefined,
    thread_ts: (body.thread_ts as string | undefined) ?? hook.thread_ts,
    only_for: everyone ? undefined : hook.user,
  });
  void tellMessage(slack, message);
  if (message.unseen)
    slack.journal.problem('ephemeral_unseen', where, 'the thread has no replies yet: nobody sees it');
  return undefined;
}

function refusal(slack: Slack, hook: Hook, body: Json, where: string): string | undefined {
  const fail = (code: string, detail: string) => {
    slack.journal.problem(code, where, detail);
    return code;
  };
  for (const field of Object.keys(body).filter((one) => !KNOWN.has(one)))
    slack.journal.problem('unknown_argument', where, `Slack ignores the field ${field}`);
  const type = body.response_type;
  if (type !== undefined && type !== 'ephemeral' && type !== 'in_channel') {
    return fail('invalid_payload', `unknown response_type: ${String(type)}`);
  }
  if (slack.channels.get(hook.channel)?.is_archived) return fail('is_archived', 'the channel is archived');
  if (body.delete_original === true) return undefined;
  const issues = [...validateMessage(body, 'chat.postMessage'), ...unusableMedia(slack, body.blocks)];
  const first = issues[0];
  if (first) return fail(first.code, issues.map((i) => `${i.message} at ${i.pointer}`).join('; '));
  return undefined;
}
