// The first letter of a Slack id shows its type: people U or W, channels C or G, direct messages D.

/** A person: posts there arrive by direct message. */
export function isPerson(place: string): boolean {
  return /^[UW]/.test(place);
}

/** A channel, public or private. */
export function isChannel(place: string): boolean {
  return /^[CG]/.test(place);
}

/** A conversation of two: a person and the bot, or two people without the bot. */
export function isDirect(place: string): boolean {
  return place.startsWith('D');
}
