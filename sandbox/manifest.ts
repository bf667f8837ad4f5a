import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

// Reads only the parts that the sandbox uses; the rest of Slack's manifest schema is not checked here.
const slashCommand = z.object({
  command: z.string().regex(/^\//),
  url: z.url().optional(),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});
const shortcut = z.object({
  name: z.string(),
  type: z.enum(['global', 'message']),
  callback_id: z.string(),
  description: z.string().default(''),
});
const schema = z.object({
  display_information: z.object({ name: z.string(), description: z.string().default('') }),
  features: z
    .object({
      bot_user: z.object({ display_name: z.string() }).optional(),
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(true),
          messages_tab_read_only_enabled: z.boolean().default(false),
        })
        .prefault({}),
      slash_commands: z.array(slashCommand).default([]),
      shortcuts: z.array(shortcut).default([]),
      unfurl_domains: z.array(z.string()).default([]),
    })
    .prefault({}),
  oauth_config: z
    .object({
      scopes: z
        .object({ bot: z.array(z.string()).default([]), bot_optional: z.array(z.string()).default([]) })
        .prefault({}),
      redirect_urls: z.array(z.string()).default([]),
    })
    .prefault({}),
  settings: z
    .object({
      event_subscriptions: z
        .object({
          request_url: z.url().optional(),
          bot_events: z.array(z.string()).default([]),
          user_events: z.array(z.string()).default([]),
        })
        .prefault({}),
      interactivity: z
        .object({
          is_enabled: z.boolean().default(false),
          request_url: z.url().optional(),
          message_menu_options_url: z.url().optional(),
        })
        .prefault({}),
    })
    .prefault({}),
});

export type Manifest = z.output<typeof schema>;
export type ManifestInput = z.input<typeof schema> & Record<string, unknown>;

/** A manifest that cannot be used, explained in a sentence. */
export class ManifestError extends Error {}

/** Reads a manifest given as an object or as the path of a YAML or JSON file. */
export function readManifest(source: string | ManifestInput): Manifest {
  const raw: unknown = typeof source === 'string' ? parse(readFileSync(source, 'utf8')) : source;
  const result = schema.safeParse(raw);
  if (!result.success)
    throw new ManifestError(`The manifest cannot be read: ${z.prettifyError(result.error)}`);
  return result.data;
}
