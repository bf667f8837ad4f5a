import { commands } from '../../core/declare/command.ts';
import { type Drawing, drawingOf } from '../../core/declare/drawing.ts';
import type { Context } from '../../core/runtime/context.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import { momentWithZone } from '../../core/time/reader.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { beginCall, type ClaimedMessage } from '../../db/outbox/claim.ts';
import { refreshUmbrella } from '../../db/outbox/gather.ts';
import { withNote } from '../../ui/fitted.ts';
import { mrkdwn } from '../../ui/text.ts';
import { withPrefix } from '../app/prefix.ts';
import { contentOf } from '../app/services.ts';
import { gather, lateMs } from './gather.ts';
import { findLostPost, metadataOf } from './lost-post.ts';
import { withMark } from './marks.ts';
import type { OutboxParts } from './parts.ts';
import { whyUnseen } from './readers.ts';
import type { Result } from './result.ts';
import { treatmentOf } from './triage.ts';

/** Posts or edits one message, drawn from its subject as it is now. Never throws for failures of Slack or of a view. */
export async function deliver(parts: OutboxParts, ctx: Context, claimed: ClaimedMessage): Promise<Result> {
  if (claimed.bundledIn) {
    await ctx.engine.database.transaction(
      ctx.workspace.id,
      async (tx) => await refreshUmbrella(tx, claimed, ctx.now),
    );
    return { was: 'taken up' };
  }
  const drawing = drawingOf(ctx, claimed.kind);
  if (!drawing) return broken(`no feature draws ${claimed.kind}`);
  const isFirst = claimed.ts === null && claimed.postedSince === null;
  const gathered = isFirst ? await gather(ctx, claimed, drawing.kind) : null;
  if (gathered) return gathered;
  if (claimed.isReply && claimed.threadTs === null) {
    // A reply to a dropped message is not needed; a reply to a blocked card is blocked with it.
    const over = claimed.threadState === 'dropped' || claimed.threadState === 'expired';
    const treatment = { do: over ? ('drop' as const) : ('block' as const), reason: 'no_thread' };
    return { was: 'in trouble', treatment, method: null };
  }

  const refused = await calling('conversations.members', async () => await whyUnseen(parts, ctx, claimed));
  if (refused) return refused;
  const drawn = await draw(ctx, drawing, claimed);
  if (!('text' in drawn)) return drawn;
  const message = dressed(parts, ctx, drawing, claimed, drawn);
  return claimed.ts && claimed.channel
    ? await edit(parts, ctx, claimed, { channel: claimed.channel, ts: claimed.ts }, message)
    : await post(parts, ctx, drawing, claimed, message);
}

async function edit(
  parts: OutboxParts,
  ctx: Context,
  claimed: ClaimedMessage,
  at: { channel: string; ts: string },
  message: Message,
): Promise<Result> {
  if (!(await stillOurs(parts, ctx, claimed, false))) return { was: 'lost' };
  return await calling('chat.update', async () => {
    await parts.client.chat.update({ ...at, ...contentOf(message) });
    return { was: 'sent', at, version: claimed.wantedVersion };
  });
}

async function post(
  parts: OutboxParts,
  ctx: Context,
  { kind }: Drawing,
  claimed: ClaimedMessage,
  drawn: Message,
): Promise<Result> {
  const { client } = parts;
  let message = drawn;
  const since = claimed.postedSince;
  if (since) {
    const search = await calling(
      'conversations.history',
      async () => await findLostPost(client, claimed, since),
    );
    if (typeof search === 'object' && 'was' in search) return search;
    // A living message is edited next; one that is sent once is complete.
    if (typeof search === 'object')
      return { was: 'sent', at: search, version: kind.shape === 'once' ? claimed.wantedVersion : 0 };
    if (search === 'may not look' && kind.inDoubt === 'hold') return { was: 'in doubt' };
    if (search === 'may not look')
      message = withNote(drawn, mrkdwn`May be a repeat: Slack’s answer to the first one was lost.`);
  }
  if (!(await stillOurs(parts, ctx, claimed, true))) return { was: 'lost' };
  return await calling('chat.postMessage', async () => {
    const sent = await client.chat.postMessage({
      channel: claimed.place,
      ...contentOf(message),
      metadata: metadataOf(claimed),
      unfurl_links: false,
      unfurl_media: false,
      ...(claimed.threadTs
        ? claimed.broadcast
          ? { thread_ts: claimed.threadTs, reply_broadcast: true as const }
          : { thread_ts: claimed.threadTs }
        : {}),
    });
    const at = { channel: sent.channel ?? claimed.place, ts: sent.ts ?? '' };
    return { was: 'sent', at, version: claimed.wantedVersion };
  });
}

/** A slow sender's older drawing must not follow another's newer one. */
async function stillOurs(
  { ground, options }: OutboxParts,
  ctx: Context,
  claimed: ClaimedMessage,
  posting: boolean,
): Promise<boolean> {
  const { clock } = ground;
  for (;;) {
    const began = clock.elapsed();
    const now = clock.now();
    const leasedUntil = new Date(now.getTime() + options.leaseMs);
    const ours = await ctx.engine.database.single(
      ctx.workspace.id,
      async (tx) => await beginCall(tx, claimed, { now, leasedUntil, posting }),
    );
    // A process that stood still meanwhile may have lost the message: ask again.
    if (!ours || clock.elapsed() - began < options.leaseMs / 2) return ours;
  }
}

async function draw(
  ctx: Context,
  drawing: Drawing,
  { subject, place, facts, id }: ClaimedMessage,
): Promise<Message | Result> {
  try {
    return (await drawing.draw(ctx, { subject, place, facts })) ?? { was: 'nothing' };
  } catch (error) {
    warnUnlessOutage(ctx, error, 'a message could not be drawn', { message: id, kind: drawing.kind.id });
    const reason = error instanceof Error ? error.message : String(error);
    // The database may just be away: a few more tries will show.
    return { was: 'in trouble', treatment: { do: 'retry', certain: false, reason }, method: null };
  }
}

function dressed(
  { ground }: OutboxParts,
  ctx: Context,
  { kind }: Drawing,
  claimed: ClaimedMessage,
  drawn: Message,
): Message {
  const names = ctx.engine.contributions.of(commands).map(({ name }) => name);
  const worded = ground.commandPrefix ? withPrefix(drawn, ground.commandPrefix, names) : drawn;
  const late = claimed.ts === null && ctx.now.getTime() - claimed.waitingSince.getTime() > lateMs;
  const meant = momentWithZone(claimed.waitingSince, ctx.now, ctx.actor.timeZone);
  const noted =
    late && kind.late === 'deliver'
      ? withNote(worded, mrkdwn`Late: meant for ${meant}, when Slack could not be reached.`)
      : worded;
  return withMark(noted, claimed.id);
}

async function calling<T>(method: string, call: () => Promise<T>): Promise<T | Result> {
  try {
    return await call();
  } catch (error) {
    return { was: 'in trouble', treatment: treatmentOf(error), method };
  }
}

function broken(reason: string): Result {
  return { was: 'in trouble', treatment: { do: 'break', reason }, method: null };
}
