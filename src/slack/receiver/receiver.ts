import type { Receiver } from '@slack/bolt';
import type { SlackConfig } from '../../config.ts';
import type { HttpTools } from './http.ts';
import { SignedReceiver } from './http.ts';
import { SocketReceiver } from './socket.ts';

/** What brings Slack's requests. */
export interface Ear extends Receiver {
  /** Why it hears nothing now; null when it hears. */
  deaf(): string | null;
}

/** Socket Mode or HTTP, as configured. */
export function receiverOf(slack: SlackConfig, tools: Omit<HttpTools, 'signingSecret'>): Ear {
  return slack.mode === 'socket'
    ? new SocketReceiver({ ...tools, slack })
    : new SignedReceiver({ ...tools, signingSecret: slack.signingSecret ?? '' });
}
