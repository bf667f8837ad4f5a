import { type RespondArguments, RespondError } from '@slack/bolt';
import { type Delivery, deliveryOf } from '../../core/runtime/delivery.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import { momentFor } from '../../core/time/reader.ts';
import { type Message, privately } from '../../core/tokens/reply.ts';
import { settleAct, type TakenAct, takeAbandonedAct } from '../../db/inbound/acts.ts';
import { context, message, section } from '../../ui/blocks.ts';
import { mrkdwn } from '../../ui/text.ts';
import { type Parts, sayDirectly } from '../app/services.ts';
import { sendFile } from '../replies/files.ts';
import { type Act, actShape, actSources, nameOf, perform } from './act.ts';
import { giveAnswer, type Ways } from './answer.ts';
import { type Outcome, perhapsAgain } from './dispatch.ts';
import { answerPrivately } from './forms.ts';
import { whyNotShow } from './why-not-show.ts';

/** What was asked longer ago is not done any more: the person has gone on, and the shop with them. */
const freshMs = 15 * 60_000;
/** Slack takes answers by a response URL for half an hour. */
const urlMs = 29 * 60_000;
/** What ended its process this often is not begun again. */
const mostAttempts = 4;
const respondMs = 10_000;

/**
 * Answers what other processes accepted and did not answer, because they died or were held up. What was not done yet
 * is done, unless it is old.
 */
export async function resumeActs(parts: Parts): Promise<void> {
  const { ground, leaseMs, prisma, workspace, running } = parts;
  for (;;) {
    const now = ground.clock.now();
    const lease = new Date(now.getTime() + leaseMs);
    const taken = await takeAbandonedAct(prisma, workspace.id, actSources, now, lease);
    if (!taken) return;
    await running.track(resume(parts, taken));
  }
}

async function resume(parts: Parts, taken: TakenAct): Promise<void> {
  const { ground, prisma, workspace } = parts;
  const { source, key, doneAt, receivedAt, attempts } = taken;
  ground.log.info({ source, done: doneAt !== null, attempts }, 'answering in place of a process that ended');
  const act = actShape.parse(taken.body);
  const ageMs = ground.clock.now().getTime() - receivedAt.getTime();
  const isOver = doneAt === null && (ageMs > freshMs || attempts > mostAttempts);
  const outcome = isOver ? notDone(parts, act, receivedAt) : await redo(parts, act, taken);
  const onlyForOne = act.kind !== 'click' || act.onlyForOne;
  const place = { channel: act.channel, onlyForOne };
  const ways = waysLater(parts, act, ageMs < urlMs ? taken.responseUrl : null, outcome.reply.message);
  if (await giveAnswer(outcome, ways, (to) => whyNotShow(parts, place, to), onlyForOne))
    await settleAct(prisma, { workspaceId: workspace.id, source, key }, ground.clock.now());
}

/** Does it, or gives the answer of what was done. */
async function redo(parts: Parts, act: Act, taken: TakenAct): Promise<Outcome> {
  const outcome = await perform(parts, act, deliveryOfTaken(parts, taken));
  const { reply, refused } =
    'errors' in outcome
      ? { reply: privately(outcome.message), refused: true }
      : { refused: false, ...outcome };
  if (taken.doneAt === null) return { reply, refused };
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
  const text = mrkdwn`I did not do this: *${what}*, from ${when}. I was restarted before I got to it.`;
  const next = mrkdwn`Nothing was changed. Do it again if it still holds.`;
  return { reply: privately(message(text, [section(text), context(next)])), refused: true };
}

/** Slack waits for nothing any more: no form can be opened, and the words in its place are said. */
function waysLater(parts: Parts, act: Act, sealedUrl: string | null, instead: Message): Ways {
  const url = sealedUrl && parts.seal.open(sealedUrl);
  return {
    respond: url ? async (body) => await postTo(url, body) : null,
    direct: async (said) =>
      url === null && act.kind !== 'command'
        ? await answerPrivately(parts, act.channel, act.user, said)
        : await sayDirectly(parts, act.user, said),
    open: async () => instead,
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
