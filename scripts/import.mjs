// npm run import: what npm run build made, where it is as new as the source; else the source itself, which takes longer.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const built = 'dist/import.js';

/** When the last file under the folder was written. */
function newest(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

if (existsSync(built) && statSync(built).mtimeMs >= newest('src')) {
  await import('../dist/import.js');
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('../src/import.ts');
}
