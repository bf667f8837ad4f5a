/** A hit of "find anything". */
export interface Found {
  readonly kind: string;
  readonly id: string;
  /** One line: its name and its present state. Plain text. */
  readonly title: string;
  /** The typed text is exactly its name or number. */
  readonly exact: boolean;
}
