/** Channels of their own for one matter. */
export interface Rooms {
  /**
   * Makes a channel of this name, or finds the one that an earlier try made, and invites the people (Slack users); who
   * cannot be invited is left out. `refused`: Slack's reason why there can be none, such as restricted_action.
   * Throws when Slack does not answer.
   */
  open(room: {
    readonly name: string;
    readonly topic: string;
    readonly people: readonly string[];
  }): Promise<{ readonly channel: string } | { readonly refused: string }>;
  /** Archives it; one that is archived or gone is no trouble. Throws when Slack does not answer. */
  archive(channel: string): Promise<void>;
}

/** At most 80 small letters, digits and hyphens, as Slack takes a channel's name. */
export function roomName(...parts: readonly string[]): string {
  const name = parts
    .join('-')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80);
  return name.replace(/^-+|-+$/g, '');
}
