import type { App, BlockAction, ViewOutput } from '@slack/bolt';
import { deliveryOf } from '../../core/runtime/delivery.ts';
import { inTime } from '../../core/runtime/in-time.ts';
import type { Message, Reply } from '../../core/tokens/reply.ts';
import { limits } from '../../ui/limits.ts';
import { option } from '../../ui/option.ts';
import { resolveActor } from '../app/actor.ts';
import { originOf, type Parts } from '../app/services.ts';
import { sendFile } from '../replies/files.ts';
import { refusalOf } from '../web/outcome.ts';
import { runClick, runSuggestion } from './dispatch.ts';
import { valuesOf } from './form-values.ts';
import { answerPrivately, readMetadata, viewOf } from './forms.ts';
import { settleDelivery } from './settle.ts';

/** Slack shows "no results" after 3 s. */
const patienceMs = 2_000;

/** Answers a search in an open form with suggestions; on failure with none. */
export function listenForSearches(app: App, parts: Parts): void {
  const { ground, directory, running } = parts;
  app.options(/.*/, async ({ body, ack }) => {
    const { view } = body;
    const { channel, carried } = view ? readMetadata(view) : { channel: null, carried: '' };
    const origin = originOf(parts, null, channel ?? undefined);
    const asker = () => resolveActor(ground, origin, body.user.id, directory);
    const form = { id: view?.callback_id ?? '', carried };
    const work = runSuggestion(ground, origin, asker, form, body.action_id, body.value);
    const answer = async () => {
      const found = (await inTime(work, patienceMs)) ?? [];
      await ack({ options: found.slice(0, limits.menuOptions).map(option) });
    };
    await running.track(answer());
  });
}

/** A button in an open form: redraws the form, or shows the message above its inputs. */
export async function pressInForm(
  parts: Parts,
  body: BlockAction,
  view: ViewOutput,
  { id, value }: { readonly id: string; readonly value: string },
): Promise<void> {
  const { ground, directory } = parts;
  const { channel, carried } = readMetadata(view);
  const delivery = deliveryOf('slack-click', `${body.trigger_id}:${id}`);
  const origin = originOf(parts, delivery, channel ?? undefined, parts.turns.of(body.user.id));
  const asker = () => resolveActor(ground, origin, body.user.id, directory);
  const opened = { id: view.callback_id, carried, entered: valuesOf(view.state.values) };
  const { reply } = await runClick(ground, origin, asker, id, value, opened);
  if (reply.file) await sendFile(parts, body.user.id, reply.file);
  await showInForm(parts, body.user.id, view, channel, reply);
  await settleDelivery(parts, delivery);
}

async function showInForm(
  parts: Parts,
  user: string,
  view: ViewOutput,
  channel: string | null,
  reply: Reply,
): Promise<void> {
  if (reply.to === 'card') return;
  const shown = reply.form ? viewOf(reply.form, channel) : saying(view, reply.message);
  try {
    await parts.client.views.update({ view_id: view.id, hash: view.hash, view: shown });
  } catch (error) {
    // A second press: the form on screen is newer than the one that was pressed.
    if (refusalOf(error) === 'hash_conflict') return;
    parts.ground.log.warn({ err: error }, 'a form could not be redrawn');
    // The form was closed in the meantime.
    if (!reply.form) await answerPrivately(parts, channel, user, reply.message);
  }
}

const saidMark = 'said-';
/** A form has room for a few lines only. */
const mostSaid = 5;

/** The same form with a message above it, replacing an earlier one. Inputs keep their values by name. */
function saying(view: ViewOutput, { blocks }: Message) {
  const said = blocks.slice(0, mostSaid).map((block, i) => ({ ...block, block_id: `${saidMark}${i}` }));
  const own = view.blocks.filter(({ block_id }) => !block_id?.startsWith(saidMark));
  return {
    type: 'modal' as const,
    callback_id: view.callback_id,
    title: view.title,
    ...(view.submit && { submit: view.submit }),
    ...(view.close && { close: view.close }),
    private_metadata: view.private_metadata,
    blocks: [...said, ...own],
  };
}
