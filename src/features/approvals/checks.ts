import type { Check } from '../../core/declare/check.ts';
import { count } from '../../core/text/sentence.ts';
import { getPolicy } from './policy/get.ts';
import { faultSentence } from './policy/refusals.ts';
import { namesAmong } from './policy/staffing.ts';
import { faultyRules } from './policy/validation.ts';

export const setup: readonly Check[] = [
  {
    title: 'Who approves what',
    async look(ctx) {
      const { policy, faults, people } = await getPolicy.call(ctx, {});
      const [first] = faults;
      if (!first)
        return {
          ok: true,
          finding: `${count(policy.rules.length, 'rule')}, and people for all that are in use`,
        };
      return {
        ok: false,
        finding: `${count(faultyRules(faults), 'rule')} to fix. ${faultSentence(first, namesAmong(people))} /approval policy`,
      };
    },
  },
];
