/** A file that a person uploaded, for instance in a form's `fileInput`. */
export interface FileContent {
  readonly name: string;
  /** Slack's guess, from its name and its first bytes. */
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** A file for one person. */
export interface OutgoingFile {
  /** With its ending, such as issues-2026-03-02.csv. */
  readonly name: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** Of a picture: what it shows, for whoever does not see it. */
  readonly alt?: string;
}

export interface Files {
  /**
   * Downloads a file by its Slack id. Throws a `Refusal` when it is larger than `mostBytes`, gone, hidden from us or
   * stored outside Slack, and when Slack does not answer.
   */
  read(id: string, mostBytes: number): Promise<FileContent>;
  /**
   * Sends a file to a person's direct messages with the bot, with words above it if there are any. Throws a `Refusal` when Slack will not
   * take it, and another error when Slack does not answer: then it may have arrived.
   */
  send(slackUserId: string, file: OutgoingFile, words?: string): Promise<void>;
  /**
   * Uploads a picture that messages can show, and waits until Slack can show it; nobody sees it before. Returns its Slack
   * id. Throws as `send` does.
   */
  keep(file: OutgoingFile): Promise<string>;
}
