import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the run's first demo leaves its filled shop for those after it: FILLED_DEMO names the folder. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-filled-'));
  process.env.FILLED_DEMO = folder;
  return async () => await rm(folder, { recursive: true, force: true });
}
