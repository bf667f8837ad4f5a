/** Who reads what is written, when and on which clock. */
export interface Reader {
  readonly now: Date;
  readonly timeZone: string;
  /** It is written now and read for days. */
  readonly lasting?: true;
}
