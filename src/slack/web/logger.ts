import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../core/runtime/log.ts';

/** Sends the log lines of Slack's libraries to our log, except debug lines, which hold whole payloads. */
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
