import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../core/runtime/log.ts';

/** Writes the lines of Slack's libraries to our log. Their debug lines hold whole payloads and stay out. */
export function boltLogger(log: Log): Logger {
  const line = (parts: unknown[]) => parts.map(String).join(' ');
  return {
    debug: () => {},
    info: (...parts) => log.debug(line(parts)),
    warn: (...parts) => log.warn(line(parts)),
    error: (...parts) => log.warn(line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
