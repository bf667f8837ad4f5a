import type { Action } from './action.ts';

/** A button that does the step. */
export interface Fix {
  readonly label: string;
  readonly action: Action<Record<string, never>>;
}

/** The result of one check. */
export interface Checked {
  readonly title: string;
  readonly ok: boolean;
  /** It works, and the finding says what the shop goes without. */
  readonly limited?: true;
  readonly finding: string;
  readonly fix?: Fix;
}
