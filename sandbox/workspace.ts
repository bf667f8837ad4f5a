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
});
const channel = z.strictObject({
  id: z.string(),
  name: z.string(),
  is_private: z.boolean().default(false),
  members: z.array(z.string()),
  bot: z.boolean().default(false),
  is_ext_shared: z.boolean().default(false),
  is_archived: z.boolean().default(false),
});
const schema = z.strictObject({
  team: z.strictObject({ id: z.string(), name: z.string(), domain: z.string() }),
  members: z.array(member),
  channels: z.array(channel),
});

export type WorkspaceInput = z.input<typeof schema>;
export type WorkspaceFile = z.output<typeof schema>;

/** The workspace that ships with the sandbox: a small shop's team and its channels. */
export const smallShop = fileURLToPath(new URL('./workspaces/small-shop.json', import.meta.url));

/** Reads a workspace given as an object or as the path of a YAML or JSON file. */
export function readWorkspace(source: string | WorkspaceInput): WorkspaceFile {
  const raw: unknown = typeof source === 'string' ? parse(readFileSync(source, 'utf8')) : source;
  const result = schema.safeParse(raw);
  if (!result.success) throw new Error(`The workspace cannot be read: ${z.prettifyError(result.error)}`);
  const known = new Set(result.data.members.map((m) => m.id));
  const unknown = result.data.channels.flatMap((c) => c.members.filter((id) => !known.has(id)));
  if (unknown.length > 0)
    throw new Error(`The workspace has channel members it does not list: ${unknown.join(', ')}`);
  return result.data;
}
