import type { Delivery } from '../../core/runtime/delivery.ts';
import { inTime } from '../../core/runtime/in-time.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { findPosted, waitsForRedraw } from '../../db/outbox/standing.ts';
import { withNote } from '../../ui/fitted.ts';
import { link, mrkdwn } from '../../ui/text.ts';
import { originOf, type Parts } from '../app/services.ts';
import { noteClicked } from '../outbox/repair.ts';
import type { Act } from './act.ts';

/** After this long without a visible change, people press again. */
const patienceMs = 2_000;

/** The link to the current card if the member pressed a copy of it. Never throws. */
export async function livingOf(parts: Parts, act: Act): Promise<string | null> {
  if (act.kind !== 'click' || !act.pressed || !act.channel) return null;
  return await noteClicked(parts, act.pressed.id, { channel: act.channel, ts: act.pressed.ts });
}

type Fate = 'shown' | 'follows' | 'stuck';

/**
 * The private answer beside a card that is not redrawn in time; null when the card shows the change. `living`: the link
 * to the current card when a copy was pressed.
 */
export async function unlessShown(
  parts: Parts,
  act: Act,
  delivery: Delivery,
  answer: Message,
  living: Promise<string | null>,
): Promise<Message | null> {
  const elsewhere = await inTime(living, patienceMs);
  if (elsewhere)
    return withNote(
      answer,
      mrkdwn`You pressed an outdated copy. ${link(elsewhere, 'The current card')} shows the change.`,
    );
  // Without a change there is no redraw.
  if (!delivery.progress.done && !delivery.progress.resumed) return null;
  switch (await fateOf(parts, act, originOf(parts, delivery).correlationId)) {
    case 'shown':
      return null;
    case 'follows':
      return withNote(answer, mrkdwn`The card will follow as soon as Slack accepts the change.`);
    case 'stuck':
      return withNote(answer, mrkdwn`The card stays as it is: Slack does not accept the change.`);
  }
}

/** Waits until the card is redrawn, as long as the member is patient. */
async function fateOf(parts: Parts, act: Act, correlationId: string): Promise<Fate> {
  const { ground, redraws } = parts;
  const until = ground.clock.elapsed() + patienceMs;
  let wake = () => {};
  const end = redraws.watch(correlationId, () => wake());
  try {
    for (;;) {
      const sent = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const fate = await look(parts, act, correlationId).catch((error): Fate => {
        warnUnlessOutage(ground, error, 'whether a card was redrawn could not be read');
        return 'follows';
      });
      const left = until - ground.clock.elapsed();
      if (fate !== 'follows' || left <= 0) return fate;
      await inTime(sent, left);
    }
  } finally {
    end();
  }
}

async function look({ ground, workspace }: Parts, act: Act, correlationId: string): Promise<Fate> {
  const scope = ground.engine.database.scope(workspace.id);
  if (act.kind === 'form') {
    // A form knows its channel, but not the message it was opened from.
    const places = [act.user, ...(act.channel ? [act.channel] : [])];
    return (await waitsForRedraw(scope, correlationId, places)) ? 'follows' : 'shown';
  }
  const row = act.kind === 'click' && act.pressed ? await findPosted(scope, act.pressed.id) : null;
  if (!row || row.isDrawn) return 'shown';
  return row.state === 'waiting' ? 'follows' : 'stuck';
}
