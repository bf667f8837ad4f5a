export type RefusalKind = 'not-found' | 'not-allowed' | 'invalid' | 'conflict' | 'unavailable';

/**
 * A "no" written for the person who asked: it is shown to them as it stands, privately.
 * `message` says what happened and `next` what to do about it. Anything else that is thrown is our bug.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;
  readonly next: string | undefined;
  /** For forms: the sentence that belongs to each field. */
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

/** Everything that is missing or wrong in the configuration, in one go. The process ends with code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
