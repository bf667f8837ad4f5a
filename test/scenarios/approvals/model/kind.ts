import { z } from 'zod';
import { approves } from '../../../../src/core/declare/approval.ts';
import { defineApproval } from '../../../../src/core/tokens/approval.ts';

/** The kind that the walk requests: to move units of an item whose level changes meanwhile. */
export const thing = defineApproval({
  id: 'test.thing',
  title: 'Thing',
  request: z.object({ item: z.string(), n: z.int() }),
  facts: z.object({ level: z.number() }),
  rules: [],
  measures: ['quantity'],
  expiresInWorkingHours: 8,
  undoMinutes: 0,
});

export interface Items {
  readonly levels: Map<string, number>;
  /** How often the effect ran, by request id. */
  readonly ran: Map<string, number>;
}

export function approvingThings({ levels, ran }: Items) {
  const level = (item: string) => levels.get(item) ?? 0;
  return approves(thing, {
    read: async (_, { item, n }) => ({
      facts: { level: level(item) },
      measure: { subject: item, quantity: n, amountMinor: null, location: null, supplier: null },
    }),
    tell: ({ item, n }) => ({ what: `move ${n} of ${item}`, lines: [] }),
    changed: (before, now) =>
      Math.abs(now.level - before.level) > 5 ? [`Level ${before.level} → ${now.level}.`] : [],
    run: async (_, { item }, __, { id }) => {
      ran.set(id, (ran.get(id) ?? 0) + 1);
      return { changes: [], said: `${item} was moved.` };
    },
  });
}
