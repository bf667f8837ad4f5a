/** Somebody's wish to see a thing at a place as it changes. */
export interface WatchRow {
  readonly subjectId: string;
  readonly place: string;
  /** The state that was told last. */
  readonly toldState: string;
  /** The name of the person who asked. */
  readonly watcher: string;
  readonly endedAt: Date | null;
}

/** Where the card of a watch is kept: where it is asked for, or in the person's direct messages. */
export const wheres = ['here', 'directly'] as const;
export type Where = (typeof wheres)[number];
