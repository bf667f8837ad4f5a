import type { JsonObject } from '../tokens/json.ts';

/** A change by an operation, for the audit log: state before and after in plain JSON, no personal data. */
export interface Change {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  readonly reason?: string;
}

export interface AuditEntry extends Change {
  readonly id: string;
  readonly recordedAt: Date;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly operation: string;
  readonly correlationId: string;
}
