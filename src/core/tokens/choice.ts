/** One of several things to pick. */
export interface Choice<Value extends string = string> {
  /** The handler's value; at most 150 characters. */
  readonly value: Value;
  readonly label: string;
  /** What it means, in half a line. */
  readonly about?: string;
}
