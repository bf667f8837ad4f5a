/** A hit of "find anything". */
export interface Found {
  readonly kind: string;
  readonly id: string;
  /** One line: what it is and how it stands. Plain text. */
  readonly title: string;
  /** The text typed is exactly its name or number. */
  readonly exact: boolean;
}
