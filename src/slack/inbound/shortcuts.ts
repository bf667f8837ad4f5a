import type { App } from '@slack/bolt';
import { inTime } from '../../core/runtime/in-time.ts';
import type { Reply } from '../../core/tokens/reply.ts';
import { carriageIn } from '../app/age.ts';
import type { Parts } from '../app/services.ts';
import { explain } from '../replies/explain.ts';
import { outOfReach } from '../replies/notes.ts';
import { type ActOf, perform } from './act.ts';
import { patienceMs } from './answer.ts';
import { arrivalOf } from './arrival.ts';
import { answerPrivately, openForm } from './forms.ts';

/** Entries of Slack's menus, on a message or anywhere. Most of them open a form. */
export function listenForShortcuts(app: App, parts: Parts): void {
  const { ground, running, client } = parts;
  app.shortcut(/.*/, async ({ shortcut, ack, context }) => {
    const { trigger_id: trigger, callback_id: id } = shortcut;
    const on = shortcut.type === 'message_action' ? shortcut : null;
    const channel = on?.channel.id ?? null;
    const { ts = '', text = '', user = '' } = on?.message ?? {};
    const act: ActOf<'shortcut'> = {
      kind: 'shortcut',
      user: shortcut.user.id,
      channel,
      id,
      message: on && { ts, text, user },
    };
    const carriage = carriageIn(context);
    const arrival = arrivalOf(parts, act, { key: trigger, responseUrl: null, carriage });
    const open = async ({ form }: Reply) => {
      if (!form) return;
      await openForm(client, trigger, form, channel).catch(
        async (error) => await answerPrivately(parts, channel, act.user, explain(error, ground, id)),
      );
    };
    const answer = async () => {
      const work = perform(parts, act, arrival.delivery);
      const early = await inTime(work, patienceMs);
      // What opens a form is acknowledged afterwards: once it is, the form is there.
      if (early) await open(early.reply);
      else if (!(await arrival.accept())) await answerPrivately(parts, channel, act.user, outOfReach());
      await arrival.acknowledge(async () => await ack());
      const { reply } = await work;
      if (arrival.delivery.progress.repeated || !(await arrival.mayAnswer())) return;
      if (early === null) await open(reply);
      if (!reply.form) await answerPrivately(parts, channel, act.user, reply.message);
      await arrival.settle();
    };
    await running.track(answer());
  });
}
