import type { IssueKind } from '../../../core/tokens/issue-kind.ts';

/** The kinds that a shop has without any other feature. */
export const baseKinds: readonly IssueKind[] = [
  { kind: 'stock', label: 'Stock', department: 'warehouse', about: 'sku' },
  { kind: 'order', label: 'Order', department: 'customer service', about: 'order' },
  { kind: 'shipment', label: 'Shipment', department: 'shipping' },
  { kind: 'supplier', label: 'Supplier', department: 'purchasing' },
  { kind: 'warehouse', label: 'Warehouse', department: 'warehouse' },
  { kind: 'customer', label: 'Customer', department: 'customer service' },
  { kind: 'marketplace', label: 'Marketplace', department: 'management' },
  { kind: 'system', label: 'System', department: 'management' },
  { kind: 'task', label: 'Task', department: 'management' },
  { kind: 'other', label: 'Other', department: 'management' },
];

/** The kind of an issue of which nobody says a kind. */
export const otherKind = 'other';

/** The kind that the form begins with, by what the issue is about. */
export function kindAbout(kinds: readonly IssueKind[], what: string | null): string {
  return kinds.find(({ about }) => about !== undefined && about === what)?.kind ?? otherKind;
}
