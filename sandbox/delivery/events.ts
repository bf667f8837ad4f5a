/**
 * Events that an app can subscribe to here, by Slack's names, each with scopes of which one is enough. `message` events
 * are subscribed to by type of conversation.
 */
const SCOPES = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_created: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  file_shared: ['files:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  link_shared: ['links:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
} satisfies Record<string, string[]>;

export type EventName = keyof typeof SCOPES;

export const EVENTS = Object.keys(SCOPES) as EventName[];

/** The scope an app still needs to receive this event, if any. */
export function missingScope(name: EventName, scopes: ReadonlySet<string>): string | undefined {
  const needed: readonly string[] = SCOPES[name];
  return needed.length === 0 || needed.some((scope) => scopes.has(scope)) ? undefined : needed.join(' or ');
}
