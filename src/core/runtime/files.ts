/** A file that a person uploaded, for instance in a form's `fileInput`. */
export interface FileContent {
  readonly name: string;
  /** Slack's guess, from its name and its first bytes. */
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface Files {
  /**
   * Downloads a file by its Slack id. Throws a `Refusal` when it is larger than `mostBytes`, gone, hidden from us or
   * stored outside Slack, and when Slack does not answer.
   */
  read(id: string, mostBytes: number): Promise<FileContent>;
}
