import type { Action } from './action.ts';

/** A button that does what is to be done. */
export interface Fix {
  readonly label: string;
  readonly action: Action<Record<string, never>>;
}

/** One line of them, looked at. */
export interface Checked {
  readonly title: string;
  readonly ok: boolean;
  readonly finding: string;
  readonly fix?: Fix;
}
