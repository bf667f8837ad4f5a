import { type RespondArguments, RespondError } from '@slack/bolt';
import { type Delivery, deliveryOf } from '../../core/runtime/delivery.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import { momentFor } from '../../core/time/reader.ts';
import { type Message, privately } from '../../core/tokens/reply.ts';
import { closeAct, settleAct, type TakenAct, takeAbandonedAct } from '../../db/inbound/acts.ts';
import { context, message, section } from '../../ui/blocks.ts';
import { mrkdwn } from '../../ui/text.ts';
import { type Parts, sayDirectly } from '../app/services.ts';
import { sendFile } from '../replies/files.ts';
import { perhapsAgain } from '../replies/notes.ts';
import { type Act, actOf, actSources, nameOf, performAccepted } from './act.ts';
import { giveAnswer, type Ways } from './answer.ts';
import { livingOf, unlessShown } from './card.ts';
import type { Outcome } from './dispatch.ts';
import { answerPrivately } from './forms.ts';
import { whyNotShow } from './why-not-show.ts';

/** Older acts are not done any more: the person and the shop have moved on. */
const freshMs = 15 * 60_000;
/** A response URL works for half an hour. */
const urlMs = 29 * 60_000;
/** An act that ended its process this often is not tried again. */
const mostAttempts = 4;
const respondMs = 3_000;
/** So many are answered side by side. */
const atOnce = 10;

/**
 * Answers acts that other processes accepted and did not answer because they died or stood still. An act without its
 * effect is done, unless it is too old.
 */
export async function resumeActs(parts: Parts): Promise<void> {
  const { ground, leaseMs, prisma, workspace, running } = parts;
  const take = async () => {
    const now = ground.clock.now();
    const lease = new Date(now.getTime() + leaseMs);
    return await takeAbandonedAct(prisma, workspace.id, actSources, now, lease);
  };
  for (let isMore = true; isMore; ) {
    const taken: TakenAct[] = [];
    while (taken.length < atOnce) {
      const one = await take();
      if (!one) break;
      taken.push(one);
    }
    isMore = taken.length === atOnce;
    await running.track(Promise.all(taken.map(async (one) => await resumeOne(parts, one))));
  }
}

/** One act that fails, or cannot be read, keeps no other waiting. */
async function resumeOne(parts: Parts, taken: TakenAct): Promise<void> {
  const { ground, prisma, workspace } = parts;
  const { source, key, attempts } = taken;
  try {
    await resume(parts, taken);
  } catch (error) {
    warnUnlessOutage(ground, error, 'an act could not be answered', { source, attempts });
    if (attempts <= mostAttempts) return;
    // Nobody can answer it: its text and its response URL go.
    ground.log.error({ source, attempts }, 'an act is not answered any more');
    await settleAct(prisma, { workspaceId: workspace.id, source, key }, ground.clock.now());
  }
}

async function resume(parts: Parts, taken: TakenAct): Promise<void> {
  const { ground, prisma, workspace } = parts;
  const { source, key, doneAt, receivedAt, attempts } = taken;
  ground.log.info({ source, done: doneAt !== null, attempts }, 'answering in place of a process that ended');
  const act = actOf(taken.body, parts);
  const ageMs = ground.clock.now().getTime() - receivedAt.getTime();
  const isOver = doneAt === null && (taken.isClosed || ageMs > freshMs || attempts > mostAttempts);
  const row = { workspaceId: workspace.id, source, key };
  // A process that stood still may just be doing it: then it is not for us to say that it was not done.
  if (isOver && !(await closeAct(prisma, row, ground.clock.now()))) return;
  const delivery = deliveryOfTaken(parts, taken);
  const outcome = isOver ? notDone(parts, act, receivedAt) : await redo(parts, act, delivery);
  const onlyForOne = act.kind !== 'click' || act.onlyForOne;
  const place = { channel: act.channel, onlyForOne };
  const ways = waysLater(parts, act, {
    sealedUrl: ageMs < urlMs ? taken.responseUrl : null,
    delivery,
    instead: outcome.reply.message,
  });
  if (await giveAnswer(outcome, ways, (to) => whyNotShow(parts, place, to), onlyForOne))
    await settleAct(prisma, row, ground.clock.now());
}

/** Does the act, or draws the answer from its kept result. */
async function redo(parts: Parts, act: Act, delivery: Delivery): Promise<Outcome> {
  const outcome = await performAccepted(parts, act, delivery);
  const { reply, refused } =
    'errors' in outcome
      ? { reply: privately(outcome.message), refused: true }
      : { refused: false, ...outcome };
  // Only what was done just now cannot have been answered before.
  if (delivery.progress.done && !delivery.progress.repeated) return { reply, refused };
  return { reply: { ...reply, message: perhapsAgain(reply.message) }, refused };
}

function deliveryOfTaken(
  { ground, leaseMs }: Parts,
  { source, key, body, responseUrl, doneAt }: TakenAct,
): Delivery {
  const leasedUntil = new Date(ground.clock.now().getTime() + leaseMs);
  const delivery = deliveryOf(source, key, { body, responseUrl, leasedUntil });
  return { ...delivery, progress: { ...delivery.progress, resumed: doneAt !== null } };
}

function notDone({ ground, workspace }: Parts, act: Act, receivedAt: Date): Outcome {
  const when = momentFor(receivedAt, {
    now: ground.clock.now(),
    timeZone: workspace.timeZone,
    lasting: true,
  });
  const what = nameOf(act, ground.commandPrefix);
  const text = mrkdwn`I did not do this: *${what}*, from ${when}. I was restarted meanwhile.`;
  const next = mrkdwn`Nothing was changed. Do it again if it still holds.`;
  return { reply: privately(message(text, [section(text), context(next)])), refused: true };
}

interface Later {
  readonly sealedUrl: string | null;
  readonly delivery: Delivery;
  readonly instead: Message;
}

/** The ways to answer after Slack stopped waiting: no form can open, so its replacement text is sent. */
function waysLater(parts: Parts, act: Act, { sealedUrl, delivery, instead }: Later): Ways {
  const url = sealedUrl && parts.seal.open(sealedUrl);
  return {
    respond: url ? async (body) => await postTo(url, body) : null,
    direct: async (said) =>
      url === null && act.kind !== 'command'
        ? await answerPrivately(parts, act.channel, act.user, said)
        : await sayDirectly(parts, act.user, said),
    open: async () => instead,
    card: async (answer) => await unlessShown(parts, act, delivery, answer, livingOf(parts, act)),
    send: async (file) => await sendFile(parts, act.user, file),
    log: parts.ground.log,
    warn: (error, message) => warnUnlessOutage(parts.ground, error, message),
  };
}

async function postTo(url: string, body: RespondArguments): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(respondMs),
  });
  if (!answer.ok) throw new RespondError(`the response URL answered ${answer.status}`, answer.status);
}
