import type { App } from '@slack/bolt';
import { Refusal } from '../../core/runtime/refusal.ts';
import { isDirect } from '../../core/tokens/place.ts';
import { privately, type Reply } from '../../core/tokens/reply.ts';
import { resolveActor } from '../app/actor.ts';
import { withoutPrefix } from '../app/prefix.ts';
import { originOf, type Parts, sayDirectly } from '../app/services.ts';
import { showHome } from '../home/show.ts';
import { markIn } from '../outbox/marks.ts';
import { noteClicked } from '../outbox/repair.ts';
import { explain } from '../replies/explain.ts';
import { sendFile } from '../replies/files.ts';
import { answerClick, answerCommand, type Ways } from './answer.ts';
import { type Outcome, runClick, runCommand } from './dispatch.ts';
import { openForm } from './forms.ts';
import { pressInForm } from './in-form.ts';

/** Slash commands and buttons. We listen for every name: Slack gets no answer at all for others. */
export function listenForCommands(app: App, parts: Parts): void {
  const { ground, directory, running } = parts;

  app.command(/.*/, async ({ command, ack, respond }) => {
    const delivery = { source: 'slack-command', key: command.trigger_id };
    const origin = originOf(parts, delivery, command.channel_id);
    const name = withoutPrefix(command.command.replace(/^\//, ''), ground.commandPrefix);
    const asking = () => resolveActor(ground, origin, command.user_id, directory);
    const work = runCommand(ground, origin, asking, name, command.text);
    const at = { trigger: command.trigger_id, channel: command.channel_id };
    await running.track(answerCommand(work, waysFor(command.user_id, { ack, respond }, at)));
  });

  app.action({ type: 'block_actions' }, async ({ body, action, ack, respond }) => {
    if ('view' in body && body.view?.type === 'modal') {
      await ack();
      const pressed = { id: action.action_id, value: carriedIn(action) };
      return await running.track(pressInForm(parts, body, body.view, pressed));
    }
    const delivery = { source: 'slack-click', key: `${body.trigger_id}:${action.action_id}` };
    const origin = originOf(parts, delivery, body.channel?.id);
    const at = { trigger: body.trigger_id, channel: body.channel?.id ?? null };
    const value = carriedIn(action);
    const asking = () => resolveActor(ground, origin, body.user.id, directory);
    const work = runClick(ground, origin, asking, action.action_id, value);
    const mark = 'message' in body ? markIn(body.message?.blocks) : null;
    if (mark && body.channel && body.message)
      running.track(noteClicked(parts, mark, { channel: body.channel.id, ts: body.message.ts }));
    // A view has no response URL: a message goes by direct message.
    const atHome = 'view' in body && body.view?.type === 'home';
    const place = {
      channel: body.channel?.id,
      // Slack marks ephemeral messages; a view always has one reader.
      onlyForOne: body.container.type !== 'message' || body.container.is_ephemeral === true,
    };
    await running.track(
      answerClick(
        work,
        waysFor(body.user.id, { ack: async () => await ack(), respond: atHome ? null : respond }, at),
        (to) => whyNotShow(parts, place, to),
        place.onlyForOne,
      ).then(async () => {
        if (atHome) await showHome(parts, body.user.id);
      }),
    );
  });

  app.error(async (error) => ground.log.error({ err: error }, 'a listener failed'));

  function waysFor(
    userId: string,
    { ack, respond }: Pick<Ways, 'ack' | 'respond'>,
    { trigger, channel }: { readonly trigger: string; readonly channel: string | null },
  ): Ways {
    return {
      ack,
      respond,
      direct: (message) => sayDirectly(parts, userId, message),
      open: async (form) => {
        try {
          await openForm(parts.client, trigger, form, channel);
          return null;
        } catch (error) {
          return explain(error, ground, form.id);
        }
      },
      send: (file) => sendFile(parts, userId, file),
      log: ground.log,
    };
  }
}

/** The value of a button, or of the option picked in a menu. */
function carriedIn(action: object): string {
  const { value, selected_option: picked } = action as {
    value?: unknown;
    selected_option?: { value?: unknown } | null;
  };
  const found = picked?.value ?? value;
  return typeof found === 'string' ? found : '';
}

const seenByOne: readonly Reply['to'][] = ['private', 'show', 'card', 'form'];

/**
 * Null when everybody who would see the answer may; else the message for the person who pressed. Redrawing a public
 * message asks again: a guest may have joined since.
 */
async function whyNotShow(
  { audiences, ground }: Parts,
  { channel, onlyForOne }: { channel: string | undefined; onlyForOne: boolean },
  to: Reply['to'],
): Promise<Outcome | null> {
  if (channel === undefined || seenByOne.includes(to)) return null;
  if (to === 'replace' && onlyForOne) return null;
  // The bot posts only in its own direct messages; a shared answer may go to a conversation of two other people.
  if (to === 'replace' && isDirect(channel)) return null;
  const audience = await audiences.of(channel);
  if (audience.ok) return null;
  const refusal = new Refusal('not-allowed', audience.why, { next: audience.next });
  return { reply: privately(explain(refusal, ground, 'share')), refused: true };
}
