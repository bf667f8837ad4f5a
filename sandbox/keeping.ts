import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SlackFile } from './state/files.ts';
import type { Slack } from './state/slack.ts';
import type { Channel, Member, Message, Notification, Usergroup, View } from './state/types.ts';

/** Where the conversations cannot be kept, in a sentence. */
export class KeepError extends Error {}

/** Raised whenever a kept workspace can no longer be read as it was written. */
const SHAPE = 1;
const GATHER_MS = 300;

interface Kept {
  shape: number;
  team: string;
  counted: number;
  members: Map<string, Member>;
  channels: Map<string, Channel>;
  usergroups: Map<string, Usergroup>;
  messages: Message[];
  files: SlackFile[];
  homes: Map<string, View>;
  notifications: Notification[];
}

/**
 * Keeps the workspace in a file, so that it is there at the next start: people, conversations, files and Homes. What
 * only one member saw is forgotten, as by Slack's clients; open forms, response URLs and faults end with the process.
 * A file that cannot be read, or of another workspace or version, is set aside. Throws a sentence where nothing can be
 * kept.
 */
export function keepIn(path: string, slack: Slack): Keeping {
  demandWritable(path);
  const warnings = restore(path, slack);
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    mkdirSync(dirname(path), { recursive: true });
    // A process that ends while it writes leaves the file before it.
    writeFileSync(`${path}.new`, serialize(keptOf(slack)));
    renameSync(`${path}.new`, path);
  };
  const unsubscribe = slack.feed.subscribe(() => {
    timer ??= setTimeout(save, GATHER_MS);
  });
  return {
    warnings,
    end: () => {
      unsubscribe();
      if (timer) save();
    },
  };
}

export interface Keeping {
  /** What was set aside, in sentences for the person who starts the sandbox. */
  readonly warnings: readonly string[];
  /** Writes the last changes. */
  readonly end: () => void;
}

function demandWritable(path: string): void {
  if (existsSync(path) && !statSync(path).isFile())
    throw new KeepError(`${path} is no file: name one that keeps the conversations.`);
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new KeepError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function keptOf(slack: Slack): Kept {
  const { workspace, ids, members, channels, usergroups, messages, files, homes, notifications } = slack;
  return {
    shape: SHAPE,
    team: workspace.team.id,
    counted: ids.counted,
    members,
    channels,
    usergroups,
    messages: [...channels.keys()].flatMap((id) => messages.in(id).filter((m) => m.only_for === undefined)),
    files: files.all(),
    homes,
    notifications,
  };
}

function restore(path: string, slack: Slack): readonly string[] {
  if (!existsSync(path)) return [];
  const kept = read(path);
  if (!kept || kept.team !== slack.workspace.team.id) {
    const aside = `${path}.set-aside`;
    renameSync(path, aside);
    const why = kept ? 'are of another workspace' : 'cannot be read by this version';
    return [`The conversations in ${path} ${why}: they are in ${aside} now, and new ones begin.`];
  }
  for (const part of ['members', 'channels', 'usergroups', 'homes'] as const) {
    const here = slack[part] as Map<string, unknown>;
    here.clear();
    for (const [id, one] of kept[part]) here.set(id, one);
  }
  for (const message of kept.messages) slack.messages.add(message);
  for (const file of kept.files) slack.files.put(file);
  slack.notifications.push(...kept.notifications);
  slack.ids.goOnFrom(kept.counted, latestTs(kept.messages));
  return [];
}

/** Undefined: it was not written by this version, or not whole. */
function read(path: string): Kept | undefined {
  try {
    const kept = deserialize(readFileSync(path)) as Partial<Kept> | null;
    return kept && isWhole(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isWhole(kept: Partial<Kept>): kept is Kept {
  const { shape, team, counted, members, channels, usergroups, homes, messages, files, notifications } = kept;
  return (
    shape === SHAPE &&
    typeof team === 'string' &&
    typeof counted === 'number' &&
    [members, channels, usergroups, homes].every((part) => part instanceof Map) &&
    [messages, files, notifications].every((part) => Array.isArray(part))
  );
}

function latestTs(messages: readonly Message[]): string | undefined {
  return messages.reduce<string | undefined>(
    (latest, { ts }) => (latest !== undefined && Number(latest) > Number(ts) ? latest : ts),
    undefined,
  );
}
