import type { App, ViewOutput } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { inTime } from '../../core/runtime/in-time.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { isDirect } from '../../core/tokens/place.ts';
import type { Message, OpenForm } from '../../core/tokens/reply.ts';
import { context, section } from '../../ui/blocks.ts';
import { asPlainText } from '../../ui/plain.ts';
import { mrkdwn } from '../../ui/text.ts';
import { resolveActor } from '../app/actor.ts';
import { contentOf, originOf, type Parts, sayDirectly } from '../app/services.ts';
import { followAtHome } from '../home/show.ts';
import { type FormOutcome, runForm } from './dispatch.ts';
import { valuesOf } from './form-values.ts';

/** Slack shows its own error after 3 s. */
const patienceMs = 2_000;

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
    throw new Refusal('unavailable', 'Slack did not open the form.', {
      next: 'Ask again.',
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
    close: plain('Cancel'),
    private_metadata: JSON.stringify({ channel, carried }),
    blocks: [...view.blocks],
  };
}

/** Handles submitted forms. Errors appear in the form while it is open, else where it was opened. */
export function listenForForms(app: App, parts: Parts): void {
  const { ground, directory, running } = parts;
  app.view({ type: 'view_submission', callback_id: /.*/ }, async ({ body, view, ack }) => {
    const { channel, carried } = readMetadata(view);
    const delivery = { source: 'slack-form', key: `${view.id}:${view.hash}` };
    const origin = originOf(parts, delivery, channel ?? undefined);
    const asker = () => resolveActor(ground, origin, body.user.id, directory);
    const work = runForm(ground, origin, asker, view.callback_id, carried, valuesOf(view.state.values));
    const answer = async () => {
      const early = await inTime(work, patienceMs);
      if (early === null) await ack({ response_action: 'update', view: waiting(view) });
      else if ('errors' in early) return await ack(errorsIn(view, early));
      else await ack();
      await show(parts, { channel, user: body.user.id, viewId: early ? null : view.id }, await work);
      // Opened at Home or from one of Slack's menus.
      if (channel === null) await followAtHome(parts, body.user.id);
    };
    await running.track(answer());
  });
}

interface Asker {
  readonly channel: string | null;
  readonly user: string;
  /** The view that still shows the work in progress, if any. */
  readonly viewId: string | null;
}

async function show(parts: Parts, { channel, user, viewId }: Asker, outcome: FormOutcome): Promise<void> {
  const message = 'errors' in outcome ? outcome.message : outcome.reply.message;
  if (viewId) {
    const view = { ...result, blocks: [...message.blocks] };
    await parts.client.views.update({ view_id: viewId, view }).catch(() => {});
    return;
  }
  if (!('errors' in outcome) && outcome.reply.to === 'card') return;
  await answerPrivately(parts, channel, user, message);
}

/** Answers the person alone where the form was opened; if that fails, by direct message. */
export async function answerPrivately(
  parts: Parts,
  channel: string | null,
  user: string,
  message: Message,
): Promise<void> {
  if (channel && !isDirect(channel)) {
    const shown = await parts.client.chat.postEphemeral({ channel, user, ...contentOf(message) }).then(
      () => true,
      () => false,
    );
    if (shown) return;
  }
  await sayDirectly(parts, user, message);
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

function waiting({ callback_id }: ViewOutput) {
  const blocks = [
    section(mrkdwn`Working on it …`),
    context(mrkdwn`This takes a moment. You may close this.`),
  ];
  return { ...result, callback_id, blocks };
}

/** Where the form was opened, and its subject. */
export function readMetadata({ private_metadata: text }: ViewOutput): z.output<typeof metadata> {
  try {
    return metadata.parse(JSON.parse(text));
  } catch {
    return { channel: null, carried: '' };
  }
}

function plain(text: string) {
  return { type: 'plain_text' as const, text };
}
