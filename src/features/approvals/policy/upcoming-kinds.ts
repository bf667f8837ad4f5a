import type { ShippedKind } from './defaults.ts';

const lead = { role: 'lead', needs: 1 } as const;
const manager = { role: 'manager', needs: 1 } as const;

/**
 * Kinds that no feature asks for yet, so that a policy can name them already. A feature that declares one of them takes
 * over its rules; delete its entry here then.
 */
export const upcomingKinds: readonly ShippedKind[] = [
  {
    id: 'stock.count',
    title: 'Count variance',
    // Lines within 2 % and 100 are booked, lines beyond 5 % or 250 are recounted: these rules judge the session's net.
    rules: [
      { name: 'count variance', amountAtMost: 1_000, by: lead, breakGlass: true },
      { name: 'large count variance', by: manager, breakGlass: true, directly: true },
    ],
  },
  {
    id: 'stock.transfer',
    title: 'Transfer',
    // A transfer that leaves its source under 7 days' cover has no amount: an unknown amount is within no bound.
    rules: [
      { name: 'transfer', dayAmountAtMost: 2_000, by: null, breakGlass: true },
      { name: 'large transfer, or one from low cover', by: lead, breakGlass: true, directly: true },
    ],
  },
  {
    id: 'stock.write-off',
    title: 'Write-off',
    rules: [
      { name: 'write-off', dayAmountAtMost: 500, by: lead, breakGlass: true },
      { name: 'large write-off', by: manager, breakGlass: true, directly: true },
    ],
  },
  {
    id: 'orders.bulk',
    title: 'Bulk order action',
    rules: [
      { name: 'bulk action on few orders', quantityAtMost: 50, by: null, breakGlass: true },
      { name: 'bulk action', by: lead, breakGlass: true },
    ],
  },
  {
    id: 'purchasing.order',
    title: 'Purchase order',
    rules: [
      { name: 'small purchase order', dayAmountAtMost: 1_000, by: null, breakGlass: false },
      { name: 'purchase order', dayAmountAtMost: 5_000, by: lead, breakGlass: false },
      {
        name: 'large purchase order',
        dayAmountAtMost: 25_000,
        by: manager,
        breakGlass: false,
        directly: true,
      },
      {
        name: 'very large purchase order',
        by: { role: 'manager', needs: 2 },
        breakGlass: false,
        directly: true,
      },
    ],
  },
  {
    id: 'prices.change',
    title: 'Price change',
    // Price changes need approval beyond 10 % up or down, and under the margin floor.
    rules: [{ name: 'price change', by: manager, breakGlass: false }],
  },
];
