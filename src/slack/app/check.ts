import type { WebClient } from '@slack/web-api';
import type { SlackConfig } from '../../config.ts';
import type { Check } from '../../core/declare/check.ts';
import type { Clock } from '../../core/runtime/clock.ts';

/** Checks that Slack answers us. `sending`: why it takes no messages, if so. */
export function slackCheck(
  client: WebClient,
  { mode }: SlackConfig,
  clock: Clock,
  sending: () => string | null | undefined,
): Check {
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
      } catch {
        return { ok: false, finding: `${way}, does not answer` };
      }
    },
  };
}
