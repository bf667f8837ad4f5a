import type { ShippedKind } from './defaults.ts';

const lead = { role: 'lead', needs: 1 } as const;
const manager = { role: 'manager', needs: 1 } as const;

/**
 * Kinds that no feature asks for yet: a policy can be made for them already. A feature that declares one of them takes
 * its rules along, and its line here goes.
 */
export const upcomingKinds: readonly ShippedKind[] = [
  {
    id: 'stock.count',
    title: 'Count variance',
    // Lines within 2 % and 100 are booked, those beyond 5 % or 250 counted again: this is for the net of a session.
    rules: [
      { name: 'count variance', amountAtMost: 1_000, by: lead, breakGlass: true },
      { name: 'large count variance', by: manager, breakGlass: true },
    ],
  },
  {
    id: 'stock.transfer',
    title: 'Transfer',
    // No amount is named where the source would fall under 7 days' cover: what is unknown is within no bound.
    rules: [
      { name: 'transfer', dayAmountAtMost: 2_000, by: null, breakGlass: true },
      { name: 'large transfer, or one from low cover', by: lead, breakGlass: true },
    ],
  },
  {
    id: 'stock.write-off',
    title: 'Write-off',
    rules: [
      { name: 'write-off', dayAmountAtMost: 500, by: lead, breakGlass: true },
      { name: 'large write-off', by: manager, breakGlass: true },
    ],
  },
  {
    id: 'orders.refund',
    title: 'Refund',
    rules: [
      { name: 'small refund', amountAtMost: 50, dayAmountAtMost: 150, by: null, breakGlass: false },
      { name: 'refund', dayAmountAtMost: 250, by: lead, breakGlass: false },
      { name: 'large refund', by: manager, breakGlass: false },
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
    id: 'orders.cancel',
    title: 'Order cancellation',
    // It is asked for once the order is packed.
    rules: [{ name: 'cancellation of a packed order', by: lead, breakGlass: true }],
  },
  {
    id: 'purchasing.order',
    title: 'Purchase order',
    rules: [
      { name: 'small purchase order', dayAmountAtMost: 1_000, by: null, breakGlass: false },
      { name: 'purchase order', dayAmountAtMost: 5_000, by: lead, breakGlass: false },
      { name: 'large purchase order', dayAmountAtMost: 25_000, by: manager, breakGlass: false },
      { name: 'very large purchase order', by: { role: 'manager', needs: 2 }, breakGlass: false },
    ],
  },
  {
    id: 'prices.change',
    title: 'Price change',
    // It is asked for beyond 10 % up or down, and under the margin floor.
    rules: [{ name: 'price change', by: manager, breakGlass: false }],
  },
];
