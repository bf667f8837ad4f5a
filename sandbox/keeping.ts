import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SlackFile } from './state/files.ts';
import type { Slack } from './state/slack.ts';
import type { Channel, Member, Message, Notification, Usergroup, View } from './state/types.ts';

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
 * Returns what writes the last changes.
 */
export function keepIn(path: string, slack: Slack): () => void {
  restore(path, slack);
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
  return () => {
    unsubscribe();
    if (timer) save();
  };
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

function restore(path: string, slack: Slack): void {
  const kept = read(path);
  if (kept?.shape !== SHAPE || kept.team !== slack.workspace.team.id) return;
  for (const part of ['members', 'channels', 'usergroups', 'homes'] as const) {
    const here = slack[part] as Map<string, unknown>;
    here.clear();
    for (const [id, one] of kept[part]) here.set(id, one);
  }
  for (const message of kept.messages) slack.messages.add(message);
  for (const file of kept.files) slack.files.put(file);
  slack.notifications.push(...kept.notifications);
  slack.ids.goOnFrom(kept.counted);
}

/** Nothing where there is no such file, or one that another version wrote: the workspace then begins anew. */
function read(path: string): Kept | undefined {
  try {
    return deserialize(readFileSync(path)) as Kept;
  } catch {
    return undefined;
  }
}
