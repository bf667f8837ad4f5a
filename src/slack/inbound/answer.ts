import type { RespondArguments } from '@slack/bolt';
import { inTime } from '../../core/runtime/in-time.ts';
import type { Log } from '../../core/runtime/log.ts';
import {
  lastingOf,
  type Message,
  type OpenForm,
  privately,
  type Reply,
  type ReplyFile,
} from '../../core/tokens/reply.ts';
import { contentOf } from '../app/services.ts';
import { afterAll, outOfReach, stillWorking, unconfirmed } from '../replies/notes.ts';
import { mayBeShown } from '../web/outcome.ts';
import type { Arrival } from './arrival.ts';
import type { Outcome } from './dispatch.ts';

/** Slack gives us 3 seconds; what is ready by then rides in the acknowledgement. */
export const patienceMs = 2_000;

/** Acknowledges a slash command, with the reply as its body; an empty acknowledgement shows nothing. */
export type Acknowledge = (body?: RespondArguments) => Promise<void>;

/** The ways to answer a person. */
export interface Ways {
  /** Null: Slack gave no response URL, as for a view. */
  readonly respond: ((body: RespondArguments) => Promise<unknown>) | null;
  /** The last resort when the others fail: a direct message. */
  readonly direct: (message: Message) => Promise<void>;
  /** Opens a form; returns the message to show if Slack does not open it. */
  readonly open: (form: OpenForm) => Promise<Message | null>;
  /** The answer beside a living card that is not redrawn in time; null: the card shows it. */
  readonly card: (answer: Message) => Promise<Message | null>;
  /** Sends a file by direct message, or a message if Slack refuses it. */
  readonly send: (file: ReplyFile) => Promise<void>;
  readonly log: Log;
  /** Logs a failure, unless it is part of a database outage. */
  readonly warn: (error: unknown, message: string) => void;
}

/** The same while Slack waits for the acknowledgement. */
export interface WaysNow extends Ways {
  readonly ack: Acknowledge;
  readonly arrival: Arrival;
}

/** Answers a slash command: in the acknowledgement when ready in time, else by the response URL, once. */
export async function answerCommand(work: Promise<Outcome>, ways: WaysNow): Promise<void> {
  const { arrival } = ways;
  const early = await inTime(work, patienceMs);
  if (early && arrival.delivery.progress.repeated) return await silently(ways);
  const opened = early && (await opening(early.reply, ways));
  const said = early ? (opened === 'opened' ? null : (opened ?? early.reply.message)) : null;
  const waiting = early ? null : await acceptance(arrival);
  const message = said ?? waiting;
  // If Slack may have given up, the answer goes by the response URL alone: never twice.
  const body = message && !arrival.isLate() ? privateBody(message) : undefined;
  const heard = (await arrival.acknowledge(() => ways.ack(body))) && (body !== undefined || !message);
  if (early && (heard || opened === 'opened')) {
    await sending(early.reply, ways);
    return await arrival.settle();
  }
  const outcome = await work;
  const { progress } = arrival.delivery;
  if (progress.repeated || !(await arrival.mayAnswer())) return;
  const answer = said ?? outcome.reply.message;
  const told = heard || !progress.changed ? answer : afterAll(answer);
  const given = await respondWith(privateBody(told), told, ways);
  await sending(outcome.reply, ways);
  if (given) await arrival.settle();
}

/** Answers a click. Its acknowledgement cannot carry a message. */
export async function answerClick(
  work: Promise<Outcome>,
  ways: WaysNow,
  /** What to say in place of an answer that not all of its readers may see. */
  whyNotShow: WhyNotShow,
  /** Nobody else sees what was pressed, and it is gone with the next reload. */
  onlyForOne = true,
): Promise<void> {
  const { arrival } = ways;
  const early = await inTime(work, patienceMs);
  const waiting = early ? null : await acceptance(arrival);
  // Open a form before acknowledging: once acknowledged, the form is there.
  const opened = early && !arrival.delivery.progress.repeated ? await opening(early.reply, ways) : null;
  const heard = await arrival.acknowledge(() => ways.ack());
  if (opened === 'opened') return await arrival.settle();
  // Say so if the click cannot be recorded: if this process ends now, the click is lost.
  if (waiting && waiting !== working) await respondWith(beside(waiting), waiting, ways);
  const outcome = await work;
  const { progress } = arrival.delivery;
  if (progress.repeated || !(await arrival.mayAnswer())) return;
  const answer = opened ? notOpened(outcome, opened) : outcome;
  const told = heard || !progress.changed ? answer : lateAnswer(answer);
  if (await giveAnswer(told, ways, whyNotShow, onlyForOne)) await arrival.settle();
}

export type WhyNotShow = (to: Reply['to']) => Promise<Outcome | null>;

/** Answers outside the acknowledgement. False: the answer reached nobody. */
export async function giveAnswer(
  outcome: Outcome,
  ways: Ways,
  whyNotShow: WhyNotShow,
  onlyForOne: boolean,
): Promise<boolean> {
  const { reply } = (await whyNotShow(outcome.reply.to)) ?? outcome;
  if (reply.to === 'card') {
    const said = await ways.card(reply.message);
    return said ? await respondWith(beside(said), said, ways) : true;
  }
  const opened = await opening(reply, ways);
  if (opened === 'opened') return true;
  if (opened) return await respondWith(beside(opened), opened, ways);
  const given = await respondWith(bodyOf(reply, onlyForOne), reply.message, ways);
  await sending(reply, ways);
  return given;
}

/** The answer if Slack did not open the form. */
function notOpened(outcome: Outcome, instead: Message): Outcome {
  return { ...outcome, reply: privately(instead) };
}

/** Slack has put a warning beside the button: tell the person that it was done, also for a card. */
function lateAnswer(outcome: Outcome): Outcome {
  const { reply } = outcome;
  const to = reply.to === 'card' ? 'private' : reply.to;
  return { ...outcome, reply: { ...reply, to, message: afterAll(reply.message) } };
}

const working = stillWorking();

/** The message while the person waits. The act is recorded first, so that "Working on it" is a promise. */
export async function acceptance(arrival: Arrival): Promise<Message> {
  return (await arrival.accept()) ? working : outOfReach();
}

/** The handler of the other delivery answers. */
async function silently({ ack, arrival, log }: WaysNow): Promise<void> {
  log.info('the same request arrived twice');
  await arrival.acknowledge(() => ack());
}

async function sending({ file }: Reply, ways: Ways): Promise<void> {
  if (file) await ways.send(file);
}

/** Null: the reply has no form. A message: Slack did not open the form. */
async function opening({ form }: Reply, ways: Ways): Promise<'opened' | Message | null> {
  return form ? ((await ways.open(form)) ?? 'opened') : null;
}

function bodyOf({ to, message }: Reply, onlyForOne: boolean): RespondArguments {
  switch (to) {
    case 'show':
      return bodyOf({ to: onlyForOne ? 'replace' : 'private', message }, onlyForOne);
    case 'private':
    case 'card':
    case 'form':
      return beside(message);
    case 'replace':
      return { ...contentOf(onlyForOne ? message : lastingOf(message)), replace_original: true };
    case 'share':
      return { ...contentOf(lastingOf(message)), response_type: 'in_channel', replace_original: false };
  }
}

/** A private answer beside the pressed message. */
function beside(message: Message): RespondArguments {
  return { ...privateBody(message), replace_original: false };
}

function privateBody(message: Message): RespondArguments {
  return { ...contentOf(message), response_type: 'ephemeral' };
}

/** False: it reached nobody. */
async function respondWith(
  body: RespondArguments,
  message: Message,
  { respond, direct, log, warn }: Ways,
): Promise<boolean> {
  let answer = message;
  try {
    if (respond) {
      await respond(body);
      return true;
    }
  } catch (error) {
    log.warn({ err: error }, 'a response URL was refused; answering by direct message');
    // Slack may have shown it even so.
    if (mayBeShown(error)) answer = unconfirmed(message);
  }
  return await direct(answer).then(
    () => true,
    (failure) => {
      warn(failure, 'an answer was lost');
      return false;
    },
  );
}
