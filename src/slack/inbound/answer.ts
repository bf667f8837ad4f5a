import type { RespondArguments, RespondFn } from '@slack/bolt';
import { inTime } from '../../core/runtime/in-time.ts';
import type { Log } from '../../core/runtime/log.ts';
import {
  lastingOf,
  type Message,
  type OpenForm,
  type Reply,
  type ReplyFile,
} from '../../core/tokens/reply.ts';
import { contentOf } from '../app/services.ts';
import { type Outcome, stillWorking } from './dispatch.ts';

/** Slack allows 3 seconds; an answer ready by then goes into the acknowledgement. */
const patienceMs = 2_000;

/** Acknowledges a slash command, with the reply as its body; an empty acknowledgement shows nothing. */
export type Acknowledge = (body?: RespondArguments) => Promise<void>;

export interface Ways {
  readonly ack: Acknowledge;
  /** Null: Slack gave no response URL, as for a view. */
  readonly respond: RespondFn | null;
  /** The last resort: a direct message. */
  readonly direct: (message: Message) => Promise<void>;
  /** Opens a form; returns the message to show if Slack does not open it. */
  readonly open: (form: OpenForm) => Promise<Message | null>;
  /** Sends a file by direct message, or a message if Slack refuses it. */
  readonly send: (file: ReplyFile) => Promise<void>;
  readonly log: Log;
}

/** Answers a slash command: in the acknowledgement if ready in time, else once by the response URL. */
export async function answerCommand(work: Promise<Outcome>, ways: Ways): Promise<void> {
  const early = await inTime(work, patienceMs);
  const opened = early && (await opening(early.reply, ways));
  const body =
    opened === 'opened' ? undefined : privateBody(opened ?? early?.reply.message ?? stillWorking());
  try {
    await ways.ack(body);
    if (early) return await sending(early.reply, ways);
  } catch (error) {
    // The socket closed under us. Slack still accepts the answer by the response URL.
    ways.log.warn({ err: error }, 'an acknowledgement could not be sent');
  }
  if (opened === 'opened') return;
  const { reply } = await work;
  await respondWith(privateBody(reply.message), reply.message, ways);
  await sending(reply, ways);
}

async function sending({ file }: Reply, ways: Ways): Promise<void> {
  if (file) await ways.send(file);
}

/** Null: the reply has no form. A message: Slack did not open the form. */
async function opening({ form }: Reply, ways: Ways): Promise<'opened' | Message | null> {
  return form ? ((await ways.open(form)) ?? 'opened') : null;
}

/** Answers a click. Its acknowledgement cannot carry a message, so it goes out at once. */
export async function answerClick(
  work: Promise<Outcome>,
  ways: Ways,
  /** The message to show instead when some readers may not see the answer; null when all may. */
  whyNotShow: (to: Reply['to']) => Promise<Outcome | null>,
  /** Only the person who pressed sees the message, until the next reload. */
  onlyForOne = true,
): Promise<void> {
  await ways.ack().catch((error) => ways.log.warn({ err: error }, 'an acknowledgement could not be sent'));
  const outcome = await work;
  const { reply } = (await whyNotShow(outcome.reply.to)) ?? outcome;
  if (reply.to === 'card') return;
  const opened = await opening(reply, ways);
  if (opened === 'opened') return;
  if (opened) return await respondWith({ ...privateBody(opened), replace_original: false }, opened, ways);
  await respondWith(bodyOf(reply, onlyForOne), reply.message, ways);
  await sending(reply, ways);
}

function bodyOf({ to, message }: Reply, onlyForOne: boolean): RespondArguments {
  switch (to) {
    case 'show':
      return bodyOf({ to: onlyForOne ? 'replace' : 'private', message }, onlyForOne);
    case 'private':
    case 'card':
    case 'form':
      return { ...privateBody(message), replace_original: false };
    case 'replace':
      return { ...contentOf(onlyForOne ? message : lastingOf(message)), replace_original: true };
    case 'share':
      return { ...contentOf(lastingOf(message)), response_type: 'in_channel', replace_original: false };
  }
}

function privateBody(message: Message): RespondArguments {
  return { ...contentOf(message), response_type: 'ephemeral' };
}

async function respondWith(
  body: RespondArguments,
  message: Message,
  { respond, direct, log }: Ways,
): Promise<void> {
  try {
    if (respond) {
      await respond(body);
      return;
    }
  } catch (error) {
    log.warn({ err: error }, 'a response URL was refused; answering by direct message');
  }
  await direct(message).catch((failure) => log.warn({ err: failure }, 'an answer was lost'));
}
