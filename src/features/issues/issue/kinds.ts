import type { IssueKind } from '../../../core/tokens/issue-kind.ts';

/** The kinds that ship with issues; other features add their own. */
export const baseKinds: readonly IssueKind[] = [
  { kind: 'stock', label: 'Stock', department: 'warehouse', about: 'sku' },
  { kind: 'order', label: 'Order', department: 'customer service', about: 'order' },
  { kind: 'shipment', label: 'Shipment', department: 'shipping', about: 'shipment' },
  { kind: 'supplier', label: 'Supplier', department: 'purchasing' },
  { kind: 'warehouse', label: 'Warehouse', department: 'warehouse' },
  { kind: 'customer', label: 'Customer', department: 'customer service' },
  { kind: 'marketplace', label: 'Marketplace', department: 'management' },
  { kind: 'system', label: 'System', department: 'management' },
  { kind: 'task', label: 'Task', department: 'management' },
  { kind: 'other', label: 'Other', department: 'management' },
];

/** The kind of an issue that is raised without one. */
export const otherKind = 'other';

/** The kind that the form presets for a link. `what`: the kind of the link; null for none. */
export function kindAbout(kinds: readonly IssueKind[], what: string | null): string {
  return kinds.find(({ about }) => about !== undefined && about === what)?.kind ?? otherKind;
}
