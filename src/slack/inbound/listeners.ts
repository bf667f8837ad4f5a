import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  App,
  RespondFn,
  SlackCommandMiddlewareArgs,
} from '@slack/bolt';
import { inTime } from '../../core/runtime/in-time.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import { carriageIn } from '../app/age.ts';
import { type Parts, sayDirectly } from '../app/services.ts';
import { showHome } from '../home/show.ts';
import { markIn } from '../outbox/marks.ts';
import { explain } from '../replies/explain.ts';
import { sendFile } from '../replies/files.ts';
import { type Act, perform } from './act.ts';
import {
  type Acknowledge,
  answerClick,
  answerCommand,
  patienceMs,
  type WaysNow,
  type WhyNotShow,
} from './answer.ts';
import { type Arrival, arrivalOf } from './arrival.ts';
import { livingOf, unlessShown } from './card.ts';
import { openForm } from './forms.ts';
import { pressInForm } from './in-form.ts';
import { whyNotAgain, whyNotShow } from './why-not-show.ts';

/** Slash commands and buttons. We listen for every name: Slack gets no answer at all for others. */
export function listenForCommands(app: App, parts: Parts): void {
  const { running } = parts;

  // Before all listeners: for every command Bolt would walk the chain of each.
  app.use(async (args) => {
    if (!isCommand(args)) return await args.next();
    const { command, ack, respond, context } = args;
    const { user_id: user, channel_id: channel, trigger_id: trigger } = command;
    const name = command.command.replace(/^\//, '');
    const act = { kind: 'command', user, channel, name, text: command.text } as const;
    const carriage = carriageIn(context);
    const arrival = arrivalOf(parts, act, { key: trigger, responseUrl: command.response_url, carriage });
    const ways = waysNow(parts, act, { ack, respond, trigger, arrival });
    await running.track(answerCommand(perform(parts, act, arrival.delivery), ways));
  });

  app.action({ type: 'block_actions' }, async ({ body, action, ack, respond, context }) => {
    const id = action.action_id;
    const value = carriedIn(action);
    if ('view' in body && body.view?.type === 'modal') {
      const pressed = running.track(pressInForm(parts, body, body.view, { id, value }));
      // Killed before that, Slack tells in the form that it did not work.
      await inTime(pressed, patienceMs);
      await ack();
      return await pressed;
    }
    const mark = 'message' in body ? markIn(body.message?.blocks) : null;
    const pressed = mark && body.channel && body.message ? { id: mark, ts: body.message.ts } : null;
    // A view has no response URL: a message goes by direct message.
    const atHome = 'view' in body && body.view?.type === 'home';
    // Slack says so of messages; a view is its reader's alone.
    const onlyForOne = body.container.type !== 'message' || body.container.is_ephemeral === true;
    const where = { user: body.user.id, channel: body.channel?.id ?? null };
    const act = { kind: 'click', ...where, id, value, onlyForOne, atHome, pressed } as const;
    const living = running.track(livingOf(parts, act));
    const arrival = arrivalOf(parts, act, {
      key: `${body.trigger_id}:${id}`,
      responseUrl: atHome ? null : (body.response_url ?? null),
      carriage: carriageIn(context),
    });
    const ways = waysNow(parts, act, {
      ack: async () => await ack(),
      respond: atHome ? null : respond,
      trigger: body.trigger_id,
      arrival,
      living,
    });
    const work = perform(parts, act, arrival.delivery);
    const whyNot: WhyNotShow = async (to) =>
      (await whyNotShow(parts, act, to)) ?? (await whyNotAgain(parts, act, to));
    await running.track(
      answerClick(work, ways, whyNot, onlyForOne).then(async () => {
        if (atHome) await showHome(parts, act.user);
      }),
    );
  });
}

function isCommand(
  args: AnyMiddlewareArgs & AllMiddlewareArgs,
): args is SlackCommandMiddlewareArgs & AllMiddlewareArgs {
  return 'command' in args;
}

interface Now {
  readonly ack: Acknowledge;
  readonly respond: RespondFn | null;
  readonly trigger: string;
  readonly arrival: Arrival;
  /** The link to the current card if a copy was pressed. */
  readonly living?: Promise<string | null>;
}

function waysNow(parts: Parts, act: Act, now: Now): WaysNow {
  const { client, ground } = parts;
  const { user, channel } = act;
  const { ack, respond, trigger, arrival, living = Promise.resolve(null) } = now;
  return {
    ack,
    arrival,
    respond,
    direct: (message) => sayDirectly(parts, user, message),
    open: async (form) => {
      try {
        await openForm(client, trigger, form, channel);
        return null;
      } catch (error) {
        return explain(error, ground, form.id);
      }
    },
    card: (answer) => unlessShown(parts, act, arrival.delivery, answer, living),
    send: (file) => sendFile(parts, user, file),
    log: ground.log,
    warn: (error, message) => warnUnlessOutage(ground, error, message),
  };
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
