import type { WebAPICallResult } from '@slack/web-api';
import type { Check } from '../../core/declare/check.ts';
import { count, listOf } from '../../core/text/sentence.ts';
import { scopes } from './manifest.ts';

/** The scopes that the workspace granted us. Slack names them in each answer; nobody knows them before the first. */
export interface Rights {
  note(answer: WebAPICallResult): void;
  /** True until Slack says otherwise. */
  has(scope: string): boolean;
}

export function keepRights(): Rights {
  let granted: ReadonlySet<string> | null = null;
  return {
    note({ response_metadata }) {
      if (response_metadata?.scopes?.length) granted = new Set(response_metadata.scopes);
    },
    has: (scope) => granted?.has(scope) ?? true,
  };
}

/** What the shop goes without as long as these are refused. */
const costs: readonly { readonly without: readonly string[]; readonly cost: string }[] = [
  {
    without: ['channels:history', 'groups:history'],
    cost: 'a card is posted again each time Slack’s answer is lost, and a digest waits until somebody has looked',
  },
  { without: ['channels:manage'], cost: 'critical issues get no room' },
];

/** Names the scopes that are missing, what that costs and what to do. Those that a workspace may refuse are no trouble. */
export function rightsCheck(rights: Rights): Check {
  return {
    title: 'Rights in Slack',
    async look() {
      const missing = Object.entries(scopes).filter(([scope]) => !rights.has(scope));
      const refused = costs.flatMap(({ without, cost }) => {
        const lacking = without.filter((scope) => !rights.has(scope));
        return lacking.length > 0 ? [`Without ${listOf(lacking)} ${cost}.`] : [];
      });
      const next = 'Reinstall the app to allow it.';
      if (missing.length > 0) {
        const named = missing.map(([scope, purpose]) => `${scope} (${purpose})`);
        return {
          ok: false,
          finding: [`${count(missing.length, 'right')} missing: ${listOf(named)}.`, ...refused, next].join(
            ' ',
          ),
        };
      }
      if (refused.length === 0) return { ok: true, finding: 'all of them' };
      return { ok: true, limited: true, finding: ['all that are needed.', ...refused, next].join(' ') };
    },
  };
}

/** Whether a channel can be opened. Inviting needs no right of its own then: either of the two allows it. */
export function opensRooms(rights: Rights): boolean {
  return rights.has('channels:manage');
}
