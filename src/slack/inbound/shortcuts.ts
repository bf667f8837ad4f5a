import type { App, MessageShortcut } from '@slack/bolt';
import type { QuotedMessage } from '../../core/declare/shortcut.ts';
import { privately } from '../../core/tokens/reply.ts';
import { resolveActor } from '../app/actor.ts';
import { originOf, type Parts } from '../app/services.ts';
import { explain } from '../replies/explain.ts';
import { runShortcut } from './dispatch.ts';
import { answerPrivately, openForm } from './forms.ts';

/** Entries of Slack's menus, on a message or anywhere. Most of them open a form. */
export function listenForShortcuts(app: App, parts: Parts): void {
  const { ground, directory, running } = parts;
  app.shortcut(/.*/, async ({ shortcut, ack }) => {
    const onMessage = shortcut.type === 'message_action' ? shortcut : null;
    const channel = onMessage?.channel.id ?? null;
    const delivery = { source: 'slack-shortcut', key: shortcut.trigger_id };
    const origin = originOf(parts, delivery, channel ?? undefined);
    const asker = () => resolveActor(ground, origin, shortcut.user.id, directory);
    const answer = async () => {
      await ack();
      const quoted = onMessage && (await quotedFrom(parts, onMessage));
      const { reply } = await runShortcut(ground, origin, asker, shortcut.callback_id, quoted);
      if (!reply.form) return await answerPrivately(parts, channel, shortcut.user.id, reply.message);
      await openForm(parts.client, shortcut.trigger_id, reply.form, channel).catch(async (error) => {
        const { message } = privately(explain(error, ground, shortcut.callback_id));
        await answerPrivately(parts, channel, shortcut.user.id, message);
      });
    };
    await running.track(answer());
  });
}

/** The quoted message, with a link where Slack gives one: it gives none where the bot is not a member. */
async function quotedFrom({ client }: Parts, { channel, message }: MessageShortcut): Promise<QuotedMessage> {
  const link = await client.chat.getPermalink({ channel: channel.id, message_ts: message.ts }).then(
    ({ permalink }) => permalink ?? null,
    () => null,
  );
  return { channel: channel.id, ts: message.ts, text: message.text ?? '', user: message.user ?? null, link };
}
