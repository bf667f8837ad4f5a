import type { Department } from './departments.ts';

/** A kind of trouble: issues are raised as one, and it says whose work they are. */
export interface IssueKind {
  /** Kept with each issue; unique over all features. */
  readonly kind: string;
  /** For people, such as "Shipment". */
  readonly label: string;
  /** Whose work it is when neither the one who raises it says so nor belongs to a department. */
  readonly department: Department;
  /** The kind of link that presets it in the form: see `linkKindOf`. */
  readonly about?: string;
}
