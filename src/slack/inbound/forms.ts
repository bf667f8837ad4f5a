import { createHash } from 'node:crypto';
import type { AckFn, App, ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { inTime } from '../../core/runtime/in-time.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { isDirect } from '../../core/tokens/place.ts';
import type { Message, OpenForm } from '../../core/tokens/reply.ts';
import { context } from '../../ui/blocks.ts';
import { asPlainText } from '../../ui/plain.ts';
import { mrkdwn } from '../../ui/text.ts';
import { carriageIn } from '../app/age.ts';
import { contentOf, type Parts, sayDirectly } from '../app/services.ts';
import { followAtHome } from '../home/show.ts';
import { afterAll, unconfirmed } from '../replies/notes.ts';
import { mayBeDone } from '../web/outcome.ts';
import { type ActOf, perform } from './act.ts';
import { acceptance, patienceMs } from './answer.ts';
import { type Arrival, arrivalOf } from './arrival.ts';
import { unlessShown } from './card.ts';
import type { FormOutcome } from './dispatch.ts';

/** The channel where the form was opened: the answer goes there. */
const metadata = z.object({ channel: z.string().nullable(), carried: z.string() });

/** Opens a form; a trigger lives for 3 s and opens one form. Throws a `Refusal` when Slack does not open it. */
export async function openForm(
  client: WebClient,
  triggerId: string,
  form: OpenForm,
  channel: string | null,
): Promise<void> {
  try {
    await client.views.open({ trigger_id: triggerId, view: viewOf(form, channel) });
  } catch (error) {
    const [says, next] = mayBeDone(error)
      ? ['Slack did not say whether it opened the form.', 'If you do not see it, ask again.']
      : ['Slack did not open the form.', 'Ask again.'];
    throw new Refusal('unavailable', says, {
      next,
      ...(error instanceof Error && { cause: error }),
    });
  }
}

export function viewOf({ id, carried, view }: Omit<OpenForm, 'permission'>, channel: string | null) {
  return {
    type: 'modal' as const,
    callback_id: id,
    title: plain(view.title),
    submit: plain(view.submit),
    close: plain(view.close ?? 'Cancel'),
    private_metadata: JSON.stringify({ channel, carried }),
    blocks: [...view.blocks],
  };
}

/** Handles submitted forms. Errors appear in the form while it is open, else where it was opened. */
export function listenForForms(app: App, parts: Parts): void {
  app.view({ type: 'view_submission', callback_id: /.*/ }, async ({ body, view, ack, context }) => {
    const { channel, carried } = readMetadata(view);
    const act: ActOf<'form'> = {
      kind: 'form',
      user: body.user.id,
      channel,
      id: view.callback_id,
      carried,
      // The receiver has parsed them with the same shape.
      state: view.state.values as ActOf<'form'>['state'],
    };
    // Sent again with other values it is another request.
    const key = `${view.id}:${view.hash}:${digestOf(view.state.values)}`;
    const arrival = arrivalOf(parts, act, { key, responseUrl: null, carriage: carriageIn(context) });
    const answered = answerForm(parts, act, arrival, view, async (response) => {
      await (response ? (ack as AckFn<ViewResponseAction>)(response) : ack());
    });
    await parts.running.track(answered);
  });
}

async function answerForm(
  parts: Parts,
  act: ActOf<'form'>,
  arrival: Arrival,
  view: ViewOutput,
  ack: (response: ViewResponseAction | undefined) => Promise<void>,
): Promise<void> {
  const { progress } = arrival.delivery;
  const work = perform(parts, act, arrival.delivery);
  const early = await inTime<FormOutcome>(work, patienceMs);
  // The handler of the other delivery shows what came of it.
  const shown = early && !progress.repeated ? responseTo(view, early) : undefined;
  const response = early ? shown : waiting(view, await acceptance(arrival));
  const heard = await arrival.acknowledge(() => ack(response));
  const outcome = await work;
  if (progress.repeated || !(await arrival.mayAnswer())) return;
  const isShown = early !== null && 'errors' in early && heard;
  // Slack says in the form that we did not answer, and leaves it open.
  const told = heard || !progress.changed ? outcome : toldAfterAll(outcome);
  const where = { channel: act.channel, user: act.user, viewId: early ? null : view.id };
  const onCard = (answer: Message) =>
    unlessShown(parts, act, arrival.delivery, answer, Promise.resolve(null));
  if (!isShown) await show(parts, where, told, onCard);
  await arrival.settle();
  // Opened at Home, or from Slack's own menu.
  if (act.channel === null && !isShown) await followAtHome(parts, act.user);
}

/** Undefined: the form closes. */
function responseTo(view: ViewOutput, outcome: FormOutcome): ViewResponseAction | undefined {
  return 'errors' in outcome ? errorsIn(view, outcome) : undefined;
}

function toldAfterAll(outcome: FormOutcome): FormOutcome {
  if ('errors' in outcome) return outcome;
  const { reply } = outcome;
  const to = reply.to === 'card' ? 'private' : reply.to;
  return { reply: { ...reply, to, message: afterAll(reply.message) } };
}

interface Asker {
  readonly channel: string | null;
  readonly user: string;
  /** The view that still shows the work in progress, if any. */
  readonly viewId: string | null;
}

async function show(
  parts: Parts,
  { channel, user, viewId }: Asker,
  outcome: FormOutcome,
  onCard: (answer: Message) => Promise<Message | null>,
): Promise<void> {
  const message = 'errors' in outcome ? outcome.message : outcome.reply.message;
  if (viewId) {
    const view = { ...result, blocks: [...message.blocks] };
    const isShown = await parts.client.views.update({ view_id: viewId, view }).then(
      () => true,
      () => false,
    );
    if (isShown) return;
    // The view was closed.
    return await answerPrivately(parts, channel, user, message);
  }
  const isOnCard = !('errors' in outcome) && outcome.reply.to === 'card';
  const said = isOnCard ? await onCard(message) : message;
  if (said) await answerPrivately(parts, channel, user, said);
}

/**
 * Answers the person alone where the form was opened; if that fails, by direct message, marked if Slack may have shown
 * the first answer.
 */
export async function answerPrivately(
  parts: Parts,
  channel: string | null,
  user: string,
  message: Message,
): Promise<void> {
  if (!channel || isDirect(channel)) return await sayDirectly(parts, user, message);
  try {
    await parts.client.chat.postEphemeral({ channel, user, ...contentOf(message) });
  } catch (error) {
    await sayDirectly(parts, user, mayBeDone(error) ? unconfirmed(message) : message);
  }
}

/** Errors beside their inputs. An error without an input stands beside the first. */
function errorsIn(view: ViewOutput, { errors, message }: Extract<FormOutcome, { errors: unknown }>) {
  const inputs = view.blocks.flatMap(({ type, block_id }) => (type === 'input' ? [block_id] : []));
  const placed = Object.fromEntries(Object.entries(errors).filter(([field]) => inputs.includes(field)));
  const [first] = inputs;
  if (Object.keys(placed).length === 0 && first)
    placed[first] = asPlainText({ text: message.text, blocks: [] });
  return first
    ? { response_action: 'errors' as const, errors: placed }
    : { response_action: 'update' as const, view: { ...result, blocks: [...message.blocks] } };
}

const result = { type: 'modal' as const, title: plain('Quartermaster'), close: plain('Close') };

function waiting({ callback_id }: ViewOutput, told: Message) {
  const blocks = [...told.blocks, context(mrkdwn`This takes a moment. You may close this.`)];
  return { response_action: 'update' as const, view: { ...result, callback_id, blocks } };
}

/** Slack's limit. */
const mostMetadata = 3_000;

/** Where the form was opened, and its subject. */
export function readMetadata({ private_metadata: text }: ViewOutput): z.output<typeof metadata> {
  try {
    if (text.length > mostMetadata) throw new RangeError('too long');
    return metadata.parse(JSON.parse(text));
  } catch {
    return { channel: null, carried: '' };
  }
}

function plain(text: string) {
  return { type: 'plain_text' as const, text };
}

function digestOf(values: object): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);
}
