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
  const text = mrkdwn`I cannot reach my records just now, and cannot tell yet whether it was done.`;
  return message(text, [section(text), context(mrkdwn`I keep trying, and answer here.`)]);
}

/** The answer to what is recorded and waits for the database. */
export function whenBack(): Message {
  const text = mrkdwn`I cannot reach my records just now. I have noted what you wrote, and answer when I can.`;
  return message(text, [section(text)]);
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
