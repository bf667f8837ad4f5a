import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const member = z.strictObject({
  id: z.string(),
  name: z.string(),
  real_name: z.string(),
  tz: z.string().default('Etc/UTC'),
  is_admin: z.boolean().default(false),
  is_owner: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  team_id: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  email: z.string().optional(),
  presence: z.enum(['active', 'away']).optional(),
  dnd: z.boolean().optional(),
});
const channel = z.strictObject({
  id: z.string(),
  name: z.string(),
  is_private: z.boolean().default(false),
  members: z.array(z.string()),
  bot: z.boolean().default(false),
  is_ext_shared: z.boolean().default(false),
  is_archived: z.boolean().default(false),
  topic: z.string().max(250).optional(),
  purpose: z.string().max(250).optional(),
});
const usergroup = z.strictObject({
  id: z.string(),
  name: z.string(),
  handle: z.string(),
  description: z.string().default(''),
  users: z.array(z.string()),
});
const file = z.strictObject({
  id: z.string(),
  name: z.string(),
  content: z.string().optional(),
  base64: z.string().optional(),
  user: z.string(),
  channels: z.array(z.string()).default([]),
});
const schema = z.strictObject({
  team: z.strictObject({ id: z.string(), name: z.string(), domain: z.string() }),
  members: z.array(member),
  channels: z.array(channel),
  usergroups: z.array(usergroup).default([]),
  files: z.array(file).default([]),
  /** A free workspace has no user groups. */
  plan: z.enum(['paid', 'free']).default('paid'),
  /** Who may create channels; apps count as everyone. */
  create_channels: z.enum(['everyone', 'admins']).default('everyone'),
});

export type WorkspaceInput = z.input<typeof schema>;
export type WorkspaceFile = z.output<typeof schema>;

/** The sandbox's default workspace: a small shop's team and its channels. */
export const smallShop = fileURLToPath(new URL('./workspaces/small-shop.json', import.meta.url));

/** Reads a workspace given as an object or as the path of a YAML or JSON file. */
export function readWorkspace(source: string | WorkspaceInput): WorkspaceFile {
  const raw: unknown = typeof source === 'string' ? parse(readFileSync(source, 'utf8')) : source;
  const result = schema.safeParse(raw);
  if (!result.success) throw new Error(`The workspace cannot be read: ${z.prettifyError(result.error)}`);
  const missing = dangling(result.data);
  if (missing.length > 0)
    throw new Error(
      `The workspace refers to members or channels that it does not list: ${missing.join(', ')}`,
    );
  return result.data;
}

/** Referenced ids that are not listed. */
function dangling({ members, channels, usergroups, files }: WorkspaceFile): string[] {
  const people = new Set(members.map((m) => m.id));
  const places = new Set(channels.map((c) => c.id));
  const named = [
    ...channels.flatMap((c) => c.members),
    ...usergroups.flatMap((g) => g.users),
    ...files.map((f) => f.user),
  ];
  const shown = files.flatMap((f) => f.channels);
  return [...named.filter((id) => !people.has(id)), ...shown.filter((id) => !places.has(id))];
}
