/** Something of the domain that happens at a moment: a reminder, an expiry, a step, the end of a snooze. */
export interface DueKind {
  /** `<feature>.<noun>`, unique over all features. */
  readonly id: string;
  /** To happen to `subject` at that moment, in place of any other moment set before. */
  at(subject: string, moment: Date): Due;
  /** Not to happen any more. */
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
