/** Work of the domain at a moment: a reminder, an expiry, a step, the end of a snooze. */
export interface DueKind {
  /** `<feature>.<noun>`, unique over all features. */
  readonly id: string;
  /** Due for `subject` at that moment, in place of any earlier setting. */
  at(subject: string, moment: Date): Due;
  /** Cancels it for `subject`. */
  never(subject: string): Due;
}

export interface Due {
  readonly kind: DueKind;
  readonly subject: string;
  readonly at: Date | null;
}

export function defineDue(id: string): DueKind {
  const kind: DueKind = {
    id,
    at: (subject, moment) => ({ kind, subject, at: moment }),
    never: (subject) => ({ kind, subject, at: null }),
  };
  return kind;
}
