/** A file that somebody gave us, such as by a form's `fileInput`. */
export interface FileContent {
  readonly name: string;
  /** As Slack takes it to be, by its name and its first bytes. */
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface Files {
  /**
   * Fetches a file by its Slack id. Throws a `Refusal` when it is larger than `mostBytes`, gone, hidden from us or kept
   * outside of Slack, and when Slack does not answer.
   */
  read(id: string, mostBytes: number): Promise<FileContent>;
}
