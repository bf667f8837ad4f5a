import type { Message } from '../../core/tokens/reply.ts';
import { context, message, section } from '../../ui/blocks.ts';
import { withNote } from '../../ui/fitted.ts';
import { mrkdwn } from '../../ui/text.ts';

// What is said about the answering itself.

/** Shown while an answer takes longer than Slack waits. */
export function stillWorking(): Message {
  const text = mrkdwn`Working on it …`;
  return message(text, [section(text)]);
}

/** The same if the act could not be recorded: its outcome is not known yet. */
export function outOfReach(): Message {
  const text = mrkdwn`I cannot reach my records just now, and cannot answer yet.`;
  const next = mrkdwn`I keep trying, and answer here. What you asked for may be done meanwhile.`;
  return message(text, [section(text), context(next)]);
}

/** The answer to what is recorded and waits for the database. */
export function whenBack(): Message {
  const text = mrkdwn`I cannot reach my records just now. I have noted what you wrote, and answer when I can.`;
  return message(text, [section(text)]);
}

/** The answer to a message that could not be recorded: Slack delivers it again after one and after five minutes. */
export function comesAgain(): Message {
  const text = mrkdwn`I cannot reach my records just now. Slack brings me your message again within minutes, and I answer it then.`;
  return message(text, [section(text)]);
}

/** Adds when it was asked, if that is long ago: the person may have asked again since. */
export function askedAt(answer: Message, when: string): Message {
  return withNote(answer, mrkdwn`You wrote this ${when}: I could not answer before.`);
}

/** Adds that the change was made although Slack may have reported a failure. */
export function afterAll(answer: Message): Message {
  const note = mrkdwn`Slack may have told you that I did not answer. It was done all the same.`;
  return withNote(answer, note);
}

/** Adds that the person may have read the answer before. */
export function perhapsAgain(answer: Message): Message {
  return withNote(answer, mrkdwn`You may have read this before: I was restarted while I answered.`);
}

/** Marks an answer sent again because Slack did not confirm the first. */
export function unconfirmed(answer: Message): Message {
  return withNote(answer, mrkdwn`You may have read this before: Slack did not confirm my first answer.`);
}
