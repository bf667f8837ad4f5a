// Slack's ids say by their first letter what they are: people U or W, channels C or G, direct messages D.

/** A person: what is posted there comes by direct message. */
export function isPerson(place: string): boolean {
  return /^[UW]/.test(place);
}

/** A channel, public or private. */
export function isChannel(place: string): boolean {
  return /^[CG]/.test(place);
}

/** A conversation of two: a person and the bot, or two people with whom the bot is not. */
export function isDirect(place: string): boolean {
  return place.startsWith('D');
}
