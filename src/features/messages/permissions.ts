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
/** For the bot only: it posts its answers and reads texts to draw its lists. */
export const keepMessages = defineInternal({
  key: 'messages.keep',
  to: 'keep the bot’s messages',
});
