import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/**
 * Makes `dataDir` what the bot's first start leaves: an empty shop on the embedded database, with all tables. For tests
 * that promise nothing of a first start, which takes seconds. On PostgreSQL there is nothing to lay out.
 */
export function layMigrated(dataDir: string): string {
  const source = inject('database');
  if (!('unwatched' in source)) return dataDir;
  const pgdata = join(dataDir, 'pgdata');
  mkdirSync(pgdata, { recursive: true });
  // Its paths begin with a slash, which tar takes off and mentions.
  execFileSync('tar', ['-xf', source.unwatched, '-C', pgdata], { stdio: 'ignore' });
  return dataDir;
}
