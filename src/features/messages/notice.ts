import type { Notification } from '../../core/tokens/notification.ts';
import { undelivered } from './notifications.ts';
import type { Group } from './rules.ts';

/** One notice per group, reader and day: the first of a day is a new message, later ones update it. */
export function notice({ by, key }: Group, day: string, reader: string): Notification {
  return undelivered.about(`${by}:${key}:${day}`, reader, { by, key, day });
}
