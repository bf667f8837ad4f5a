import type { Department } from './departments.ts';

/** A kind of issue, such as one about a shipment, with the department that usually works on it. */
export interface IssueKind {
  /** Stored with each issue; unique over all features. */
  readonly kind: string;
  /** For people, such as "Shipment". */
  readonly label: string;
  /** Gets the issue when its reporter names no department and belongs to none. */
  readonly department: Department;
  /** The kind of link that presets it in the form: see `linkKindOf`. */
  readonly about?: string;
}
