export type RefusalKind = 'not-found' | 'not-allowed' | 'invalid' | 'conflict' | 'unavailable';

/**
 * A "no" for the person who asked: shown to them as it is, privately. `message` says what happened and `next` what to
 * do about it. Any other error is our bug.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;
  readonly next: string | undefined;
  /** For forms: a sentence for each field. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    kind: RefusalKind,
    message: string,
    details: { next?: string; fields?: Record<string, string>; cause?: Error } = {},
  ) {
    super(message, details.cause && { cause: details.cause });
    this.kind = kind;
    this.next = details.next;
    this.fields = details.fields ?? {};
  }
}

/** A no that stands beside one input of a form. */
export function atInput(input: string, sentence: string): Refusal {
  return new Refusal('invalid', sentence, { fields: { [input]: sentence } });
}

/** Everything missing or wrong in the configuration, all at once. The process ends with code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
