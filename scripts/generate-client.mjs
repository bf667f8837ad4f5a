// Runs after every install. A production install (`--omit=dev`) has no Prisma CLI: the build has brought the client
// along.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const cli = 'node_modules/prisma/build/index.js';
if (!existsSync(cli)) process.exit(0);
const { status } = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) console.error('The database client could not be generated from prisma/schema.');
process.exit(status ?? 1);
