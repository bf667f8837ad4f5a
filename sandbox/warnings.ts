import { EVENTS } from './delivery/events.ts';
import type { Manifest } from './manifest.ts';

/** What this manifest asks for and never gets here, in sentences for the person who starts the sandbox. */
export function warningsAbout(manifest: Manifest, mode: 'socket' | 'http'): string[] {
  const { event_subscriptions, interactivity } = manifest.settings;
  const sent: readonly string[] = EVENTS;
  const never = event_subscriptions.bot_events.filter((name) => !sent.includes(name));
  const asUser = event_subscriptions.user_events;
  const unasked =
    mode === 'http' && interactivity.request_url !== undefined && !interactivity.message_menu_options_url;
  return [
    ...(never.length > 0
      ? [`The sandbox never sends these events of the manifest: ${never.join(', ')}.`]
      : []),
    ...(asUser.length > 0
      ? [`The sandbox sends events to bots only, not these for users: ${asUser.join(', ')}.`]
      : []),
    ...(unasked
      ? [
          'Without message_menu_options_url in the manifest Slack asks nobody for the options of external selects.',
        ]
      : []),
  ];
}
