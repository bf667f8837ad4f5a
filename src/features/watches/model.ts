/** A person's watch of a thing at a place. */
export interface WatchRow {
  readonly subjectId: string;
  readonly place: string;
  /** The last announced state. */
  readonly toldState: string;
  /** The name of the person who asked. */
  readonly watcher: string;
  readonly endedAt: Date | null;
}

/** The place of a watch's card: where it was requested, or the person's direct messages. */
export const wheres = ['here', 'directly'] as const;
export type Where = (typeof wheres)[number];
