import type { Department } from './departments.ts';

/** A kind of trouble that issues are raised as; it decides the department. */
export interface IssueKind {
  /** Stored with each issue; unique over all features. */
  readonly kind: string;
  /** For people, such as "Shipment". */
  readonly label: string;
  /** The department when the issue names none and its reporter belongs to none. */
  readonly department: Department;
  /** The kind of link that presets it in the form: see `linkKindOf`. */
  readonly about?: string;
}
