import type { Check } from '../../core/declare/check.ts';
import { count } from '../../core/text/sentence.ts';
import { getPolicy } from './policy/get.ts';

export const setup: readonly Check[] = [
  {
    title: 'Who approves what',
    async look(ctx) {
      const { policy, faults, kinds } = await getPolicy.call(ctx, {});
      // What nothing asks for yet keeps nobody waiting.
      const asked = (kind: string | null) =>
        kind === null || kinds.some((one) => one.id === kind && one.asked);
      const now = faults.filter(
        ({ rule }) => rule === 'otherwise' || asked(policy.rules[rule]?.when.kind ?? null),
      );
      const sentences = new Set(now.map(({ sentence }) => sentence));
      const [first] = sentences;
      if (!first)
        return { ok: true, finding: `${count(policy.rules.length, 'rule')}, and people for all of them` };
      const more = sentences.size > 1 ? ` ${sentences.size - 1} more to look at.` : '';
      return {
        ok: false,
        finding: `a request may find nobody who can say yes. ${first}${more} /approval policy`,
      };
    },
  },
];
