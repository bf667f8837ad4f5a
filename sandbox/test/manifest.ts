import type { ManifestInput } from '../manifest.ts';

/** A small app's manifest, for the sandbox's own tests. */
export const testManifest = {
  display_information: { name: 'Tally', description: 'Counts things' },
  features: {
    bot_user: { display_name: 'Tally' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    slash_commands: [
      { command: '/count', description: 'Count a thing', usage_hint: '[thing]', should_escape: true },
      { command: '/raw', description: 'Take the text as it is', usage_hint: '[text]' },
    ],
    shortcuts: [
      {
        name: 'Count something',
        type: 'global' as const,
        callback_id: 'count_anything',
        description: 'Opens a form',
      },
      {
        name: 'Count this',
        type: 'message' as const,
        callback_id: 'count_message',
        description: 'Counts a message',
      },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'commands',
        'chat:write',
        'files:write',
        'files:read',
        'app_mentions:read',
        'im:write',
        'im:read',
        'im:history',
        'users:read',
        'channels:read',
        'channels:history',
        'groups:read',
        'groups:history',
      ],
      bot_optional: ['team:read'],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_mention',
        'message.im',
        'app_home_opened',
        'user_change',
        'member_joined_channel',
        'channel_archive',
      ],
    },
    interactivity: { is_enabled: true },
  },
} satisfies ManifestInput;

/** The same app with more scopes, and with more events if given. */
export function manifestWith(more: { scopes?: string[]; events?: string[] }): ManifestInput {
  const { oauth_config, settings } = testManifest;
  const bot = [...oauth_config.scopes.bot, ...(more.scopes ?? [])];
  const bot_events = [...settings.event_subscriptions.bot_events, ...(more.events ?? [])];
  return {
    ...testManifest,
    oauth_config: { scopes: { bot, bot_optional: oauth_config.scopes.bot_optional } },
    settings: { ...settings, event_subscriptions: { bot_events } },
  };
}

export const ADA = 'U0ADA00001';
export const MAYA = 'U0MAYA0001';
export const LENA = 'U0LENA0001';
export const GINA = 'U0GUEST001';
export const BOT = 'U0QMBOT001';
export const DAILY = 'C0OPSDAILY';
export const GENERAL = 'C0GENERAL1';
export const PARTNER = 'C0PARTNER1';
