import type { Feature } from '../../core/declare/feature.ts';

export interface ManifestOptions {
  /** Put before each command, for workspaces where a name is taken. */
  readonly prefix?: string;
  /** Commands to leave out, without slash and prefix. */
  readonly without?: readonly string[];
  /** Where Slack sends signed requests; without it the app uses Socket Mode. */
  readonly requestUrl?: string;
}

/** What each right is for; Slack shows the names to whoever installs the app. */
const scopes = [
  'commands',
  'chat:write',
  'files:write',
  'app_mentions:read',
  'im:history',
  'im:write',
  'users:read',
  'channels:read',
  'groups:read',
];
/** What a workspace may refuse: without the history a post whose answer was lost cannot be looked for; nor are rooms opened. */
const optionalScopes = ['channels:history', 'groups:history', 'channels:manage', 'channels:write.invites'];
const events = [
  'app_home_opened',
  'app_mention',
  'channel_unarchive',
  'group_unarchive',
  'member_joined_channel',
  'message.im',
  'user_change',
];

/** The app's manifest in the shape of Slack's schema, major version 1. */
export function manifestOf(features: readonly Feature[], options: ManifestOptions = {}): object {
  const { prefix = '', without = [], requestUrl } = options;
  const url = requestUrl ? { url: requestUrl } : {};
  const shortcuts = features.flatMap((feature) => feature.shortcuts ?? []);
  const commands = features
    .flatMap((feature) => feature.commands ?? [])
    .filter((command) => !without.includes(command.name));
  return {
    _metadata: { major_version: 1 },
    display_information: {
      name: 'Quartermaster',
      description: 'Stock, orders and trouble of an online shop, answered where the team talks',
      background_color: '#1f3a4d',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Quartermaster', always_online: true },
      slash_commands: commands.map(({ name, summary, usageHint }) => ({
        command: `/${prefix}${name}`,
        ...url,
        description: summary,
        usage_hint: usageHint,
        should_escape: true,
      })),
      ...(shortcuts.length > 0 && {
        shortcuts: shortcuts.map(({ id, title, summary, on }) => ({
          name: title,
          type: on === 'message' ? 'message' : 'global',
          callback_id: id,
          description: summary,
        })),
      }),
    },
    oauth_config: { scopes: { bot: scopes, bot_optional: optionalScopes } },
    settings: {
      event_subscriptions: { ...(requestUrl ? { request_url: requestUrl } : {}), bot_events: events },
      interactivity: { is_enabled: true, ...(requestUrl ? { request_url: requestUrl } : {}) },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}
