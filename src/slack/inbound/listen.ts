import type { App } from '@slack/bolt';
import type { Parts } from '../app/services.ts';
import { listenForEvents } from './events.ts';
import { listenForForms } from './forms.ts';
import { listenForSearches } from './in-form.ts';
import { listenForCommands } from './listeners.ts';
import { listenForShortcuts } from './shortcuts.ts';

/** Handles everything that members do in Slack, and what Slack reports. */
export function listen(app: App, parts: Parts): void {
  listenForCommands(app, parts);
  listenForEvents(app, parts);
  listenForForms(app, parts);
  listenForSearches(app, parts);
  listenForShortcuts(app, parts);
}
