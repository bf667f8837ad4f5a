import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { imports } from '../../src/core/declare/import.ts';
import type { Context } from '../../src/core/runtime/context.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { features } from '../../src/features/index.ts';
import { readArguments } from '../../src/importer/arguments.ts';
import { runImport } from '../../src/importer/command.ts';

const kinds = contributionsOf(features).of(imports);

/** Beside the checkout; also for a worktree of it. */
const sharedData = resolve('../shared/data');

export function sharedFile(name: string, checks: number): string | null {
  const path = join(sharedData, name);
  if (existsSync(path)) return path;
  console.log(`shared data absent: ${checks} checks not run`);
  return null;
}

/** A folder that is deleted after the test. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-import-'));
  onTestFinished(async () => await rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Imports a file with this content as `npm run import -- <command>` would; `FILE` in the command stands for it. */
export async function importing(
  ctx: Context,
  command: string,
  content: string | Uint8Array,
  name = 'file.csv',
  among = kinds,
) {
  const folder = await scratch();
  const path = join(folder, name);
  await writeFile(path, content);
  const rejects = join(folder, 'rejects.csv');
  const given = await readArguments(
    [...command.replace('FILE', path).split(' '), '--rejects', rejects],
    among,
  );
  const said: string[] = [];
  const report = await runImport(ctx, given, (line) => said.push(line));
  return { ...report, said, rejects: report.rejectsPath ? await readFile(rejects, 'utf8') : null };
}
