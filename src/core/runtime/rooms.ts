/** Channels for one matter. */
export interface Rooms {
  /** False: we lack the right to open any. */
  possible(): boolean;
  /**
   * Creates a channel of this name, or finds the one that an earlier try created, and invites the people (Slack users);
   * failed invitations are skipped. `refused`: Slack's reason why there can be no channel, such as restricted_action.
   * Throws when Slack does not answer.
   */
  open(room: {
    readonly name: string;
    readonly topic: string;
    readonly people: readonly string[];
  }): Promise<{ readonly channel: string } | { readonly refused: string }>;
  /** Archives it; an archived or deleted channel is fine. Throws when Slack does not answer. */
  archive(channel: string): Promise<void>;
}

/** At most 80 lower-case letters, digits and hyphens, as Slack requires for a channel name. */
export function roomName(...parts: readonly string[]): string {
  const name = parts
    .join('-')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80);
  return name.replace(/^-+|-+$/g, '');
}
