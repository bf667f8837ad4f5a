import type { Feature } from '../../core/declare/feature.ts';

export interface ManifestOptions {
  /** Prefixes each command, for workspaces where a name is taken. */
  readonly prefix?: string;
  /** Commands to leave out, without slash or prefix. */
  readonly without?: readonly string[];
  /** The URL for Slack's signed requests; without it the app uses Socket Mode. */
  readonly requestUrl?: string;
}

/**
 * The purpose of each scope, as printed in docs/scopes.md; Slack shows only the names to the person who installs the
 * app.
 */
export const scopes: Readonly<Record<string, string>> = {
  commands: 'answers slash commands, and the entries of Slack’s menus',
  'chat:write': 'posts cards, answers and reminders, and keeps them up to date',
  'files:read': 'reads the files that people put into its forms',
  'files:write': 'sends lists as CSV files and charts as pictures',
  'app_mentions:read': 'hears when it is mentioned',
  'im:history': 'reads what people write to it directly',
  'im:write': 'writes to people directly',
  'users:read': 'knows people by name, with their time zone, and whether they are guests or have left',
  'channels:read': 'sees whether guests or people of other workspaces read a channel before it posts there',
  'groups:read': 'the same for private channels',
};
/** Scopes that a workspace may refuse. */
export const optionalScopes: Readonly<Record<string, string>> = {
  'channels:history': 'finds its own post again when Slack’s answer was lost, instead of posting it twice',
  'groups:history': 'the same in private channels',
  'channels:manage': 'opens a channel for a critical issue',
  'channels:write.invites': 'invites the people who can help, as `channels:manage` does by itself',
};
const events = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_unarchive',
  'group_unarchive',
  'member_joined_channel',
  'message.im',
  'tokens_revoked',
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
    oauth_config: { scopes: { bot: Object.keys(scopes), bot_optional: Object.keys(optionalScopes) } },
    settings: {
      event_subscriptions: { ...(requestUrl ? { request_url: requestUrl } : {}), bot_events: events },
      interactivity: {
        is_enabled: true,
        // Slack does not guess where to ask for the options of searchable selects.
        ...(requestUrl ? { request_url: requestUrl, message_menu_options_url: requestUrl } : {}),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}
