/** What a card shows beside the issue itself. */
export interface About {
  /** How what it touches stands now, by ref. */
  readonly standing: ReadonlyMap<string, string>;
}

export const nothingMore: About = { standing: new Map() };
