/** One of several things that can be picked. */
export interface Choice<Value extends string = string> {
  /** What the handler reads; at most 150 characters. */
  readonly value: Value;
  readonly label: string;
}
