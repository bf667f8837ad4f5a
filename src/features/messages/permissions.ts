import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const openMessages = definePermission({
  key: 'messages.open',
  to: 'open the messages behind a list',
  atLeast: 'viewer',
});
export const sayAgain = definePermission({
  key: 'messages.say-again',
  to: 'resend undelivered messages',
  atLeast: 'operator',
});
/** Of the bot itself: what it says in answer, and what it reads to draw its lists. */
export const keepMessages = defineInternal({
  key: 'messages.keep',
  to: 'keep the bot’s messages',
});
