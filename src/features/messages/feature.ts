import { defineFeature } from '../../core/declare/feature.ts';
import { countInThread, getLines, getUndelivered, openMessage } from './lines.ts';
import { keepMessages, openMessages, sayAgain } from './permissions.ts';
import { retry } from './retry.ts';
import { samples } from './samples.ts';
import { say } from './say.ts';
import { clicks, drawings } from './slack.ts';

/** The bot's own messages: its lists, its answers, and the ones that could not be delivered. */
export const messages = defineFeature({
  name: 'messages',
  title: 'Messages',
  permissions: [openMessages, sayAgain, keepMessages],
  operations: [say, retry, getLines, countInThread, getUndelivered, openMessage],
  clicks,
  drawings,
  samples,
});
