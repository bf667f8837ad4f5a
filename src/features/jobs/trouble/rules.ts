/** A failure that needs a person. */
export type Trouble =
  | { readonly about: 'slot'; readonly scheduleId: string; readonly slotAt: Date }
  | { readonly about: 'schedule'; readonly scheduleId: string }
  | { readonly about: 'job'; readonly queue: string; readonly id: string }
  /** An event from Slack. */
  | { readonly about: 'event'; readonly key: string }
  /** A feature's part of a shared page or message; `part` is `<feature>.<kind>.<n>`. */
  | { readonly about: 'part'; readonly since: Date; readonly part: string }
  /** `at`: when it was set aside; a second time is new trouble. */
  | { readonly about: 'work'; readonly id: string; readonly at: Date }
  | { readonly about: 'due'; readonly kind: string; readonly subject: string; readonly at: Date };

/** The subject of its message. */
export function subjectOf(trouble: Trouble): string {
  switch (trouble.about) {
    case 'slot':
      return `slot ${trouble.scheduleId} ${trouble.slotAt.toISOString()}`;
    case 'schedule':
      return `schedule ${trouble.scheduleId}`;
    case 'job':
      return `job ${trouble.queue} ${trouble.id}`;
    case 'part':
      return `part ${trouble.since.toISOString()} ${trouble.part}`;
    case 'event':
      return `event ${trouble.key}`;
    case 'work':
      return `work ${trouble.at.toISOString()} ${trouble.id}`;
    case 'due':
      return `due ${trouble.at.toISOString()} ${trouble.kind} ${trouble.subject}`;
  }
}

/** Null: no version of ours wrote this subject. */
export function troubleOf(text: string): Trouble | null {
  const [about, first = '', second = '', ...rest] = text.split(' ');
  switch (about) {
    case 'slot':
      return { about, scheduleId: first, slotAt: new Date(second) };
    case 'schedule':
      return { about, scheduleId: first };
    case 'job':
      return { about, queue: first, id: second };
    case 'part':
      return { about, since: new Date(first), part: [second, ...rest].join(' ') };
    case 'event':
      return { about, key: [first, second, ...rest].join(' ').trim() };
    case 'work':
      return { about, at: new Date(first), id: second };
    case 'due':
      return { about, at: new Date(first), kind: second, subject: rest.join(' ') };
    default:
      return null;
  }
}

const compositions: Readonly<Record<string, string>> = {
  digest: 'the heartbeat',
  finders: 'find anything',
  mentions: 'the cards of other features',
  home: 'App Home',
  setup: 'set-up',
  health: 'health',
  accounts: 'the look-up of Slack accounts',
};

/** "Issues in App Home". `title` is that of the feature. */
export function partWords(part: string, title: string): string {
  const kind = part.split('.').at(-2) ?? '';
  return `${title} in ${compositions[kind] ?? kind}`;
}

/** A trouble as it is now, for its message. */
export interface TroubleFacts {
  /** Such as "Heartbeat" or "issues.reminder". */
  readonly title: string;
  readonly about: Trouble['about'];
  /** The moment it was planned for. */
  readonly at: Date | null;
  readonly place: string;
  readonly attempts: number;
  readonly error: string;
}
