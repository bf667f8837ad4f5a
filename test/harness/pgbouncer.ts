import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from './free-port.ts';

const binary = ['pgbouncer', '/usr/sbin/pgbouncer'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);

export interface Pooling {
  readonly mode: 'session' | 'transaction' | 'statement';
  /** Further lines of its configuration. */
  readonly settings?: readonly string[];
}

/** Starts PgBouncer with its own defaults in front of the database, and returns the URL by way of it. */
export async function startPgBouncer(databaseUrl: string, { mode, settings = [] }: Pooling): Promise<string> {
  if (!binary) throw new Error('PgBouncer is not installed here: apt-get install pgbouncer.');
  const target = new URL(databaseUrl);
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'pgbouncer-'));
  onTestFinished(async () => await rm(folder, { recursive: true, force: true }));
  const name = target.pathname.slice(1);
  const to = Object.entries({
    host: target.hostname,
    port: target.port || '5432',
    user: target.username || 'postgres',
    password: decodeURIComponent(target.password),
  });
  const config = join(folder, 'pgbouncer.ini');
  const users = join(folder, 'users.txt');
  await writeFile(users, '"ops" ""\n');
  await writeFile(
    config,
    [
      '[databases]',
      `${name} = ${to.flatMap(([key, value]) => (value ? `${key}=${value}` : [])).join(' ')}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = trust',
      `auth_file = ${users}`,
      `pool_mode = ${mode}`,
      ...settings,
    ].join('\n'),
  );
  // It does not run as root, and its user must read the files.
  await chmod(folder, 0o755);
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(binary, [...user, config], { stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('process up')) resolve();
    });
    child.once('exit', () => reject(new Error(`PgBouncer ended: ${said}`)));
  });
  return `postgresql://ops@127.0.0.1:${port}/${name}`;
}
