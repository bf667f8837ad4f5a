import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { TestProject } from 'vitest/node';

/** What tests start as processes of their own, from the root of the checkout. */
const scripts = [
  'src/main.ts',
  'src/import.ts',
  'scripts/*.ts',
  'prisma/seed.ts',
  'sandbox/main.ts',
  'sandbox/test/counting-process.ts',
  'bench/main.ts',
  'test/soak/main.ts',
  'test/race/worker.ts',
  'test/crash/writer.ts',
  'test/crash/drainer.ts',
  'test/crash/receiver.ts',
  'test/harness/owner.ts',
  'test/harness/moved-replica.ts',
  'test/harness/replica.ts',
];

/** Migrations, the sandbox's page and the database's worker are found beside the sources, wherever the code runs. */
const besideSources: Plugin = {
  name: 'beside-sources',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('import.meta.url')) return undefined;
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: source.replaceAll('import.meta.url', url), loader: 'ts' };
    });
  },
};

/**
 * Builds the scripts once for the whole run: each process loads a few files instead of translating hundreds. The
 * workers learn of the folder by BUILT_SCRIPTS.
 */
export default async function setup(project: TestProject): Promise<undefined | (() => Promise<void>)> {
  // Another project of this run has built them.
  if (process.env.BUILT_SCRIPTS) return undefined;
  // Inside the checkout, where Node finds the dependencies.
  const cache = 'node_modules/.cache';
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'quartermaster-scripts-'));
  const write = async () =>
    void (await build({
      entryPoints: scripts,
      outdir: folder,
      outbase: '.',
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      keepNames: true,
      logLevel: 'warning',
      plugins: [besideSources],
    }));
  await write();
  project.onTestsRerun(write);
  process.env.BUILT_SCRIPTS = folder;
  return async () => await rm(folder, { recursive: true, force: true });
}
