import type { WebClient } from '@slack/web-api';
import type { SlackConfig } from '../../config.ts';
import type { Check } from '../../core/declare/check.ts';
import type { Clock } from '../../core/runtime/clock.ts';
import { passes } from '../web/errors.ts';
import { refusalOf } from '../web/outcome.ts';
import { type Rights, rightsCheck } from './rights.ts';

interface Watched {
  readonly clock: Clock;
  readonly rights: Rights;
  /** Why it takes no messages, if so. */
  readonly sending: () => string | null | undefined;
}

/** Checks that Slack answers us, and grants what we need. */
export function slackChecks(client: WebClient, config: SlackConfig, watched: Watched) {
  const rights = rightsCheck(watched.rights);
  return { health: [answersCheck(client, config, watched), rights], setup: [rights] };
}

function answersCheck(client: WebClient, { mode }: SlackConfig, { clock, sending }: Watched): Check {
  const way = mode === 'socket' ? 'Socket Mode' : 'HTTP';
  return {
    title: 'Slack',
    async look() {
      const began = clock.elapsed();
      try {
        await client.auth.test();
        const trouble = sending();
        if (trouble) return { ok: false, finding: `${way}; sends nothing right now: ${trouble}` };
        return {
          ok: true,
          finding: `${way}, answers in ${Math.max(1, Math.round(clock.elapsed() - began))} ms`,
        };
      } catch (error) {
        const reason = refusalOf(error);
        if (reason === null || passes(reason)) return { ok: false, finding: `${way}, does not answer` };
        const next = 'Install the app again, give its token to SLACK_BOT_TOKEN and restart.';
        return {
          ok: false,
          finding: `${way}; it refuses our token (${reason}), so nothing is sent. ${next}`,
        };
      }
    },
  };
}
