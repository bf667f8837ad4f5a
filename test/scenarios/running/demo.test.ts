import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../harness/free-port.ts';
import { runScript, runSource } from '../../harness/processes.ts';

async function startDemo(settings: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-demo-'));
  onTestFinished(async () => await rm(folder, { recursive: true, force: true }));
  // As `npm run demo` starts it, on a folder that is not there yet.
  const demo = runSource('scripts/demo.ts', ['--port', '0', '--data', folder], settings);
  return { demo, folder };
}

test('the demo starts, its bot answers on PORT, and a killed bot ends it with a sentence', async () => {
  const port = await freePort();
  const { demo, folder } = await startDemo({ PORT: String(port) });
  await demo.says('Quartermaster is ready: http://127.0.0.1:');
  const health = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect(health.status).toBe(200);
  const { pid } = JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGKILL');
  expect(await demo.ended()).toBe(1);
  expect(demo.output()).toContain(
    `The bot ended (SIGKILL), so the demo stops. The shop is kept in ${folder}`,
  );
}, 120_000);

test.each([
  ['scripts/demo.ts', '--port 4400'],
  ['scripts/ask.ts', '--as <member>'],
  ['src/import.ts', 'npm run import -- --help'],
  ['scripts/manifest.ts', '--prefix qm-'],
  ['prisma/seed.ts', '--until'],
  ['sandbox/main.ts', '--manifest manifest.yml'],
  ['bench/main.ts', '--rounds'],
  ['test/soak/main.ts', '--minutes'],
])('%s says what it does not know, and how it is written', async (script, part) => {
  const mistaken = runScript(script, ['--colour', 'red'], {});
  expect(await mistaken.ended()).toBe(2);
  expect(mistaken.output()).toContain("Unknown option '--colour'");
  expect(mistaken.output()).toContain(part);
  expect(mistaken.output()).not.toContain('    at ');
});

test.each(['scripts/demo.ts', 'sandbox/main.ts'])('help is no mistake of %s', async (script) => {
  const help = runScript(script, ['--help'], {});
  expect(await help.ended()).toBe(0);
  expect(help.output()).toContain('--port');
});

test.each(['scripts/demo.ts', 'sandbox/main.ts'])(
  'a port that %s cannot use is a sentence',
  async (script) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as { port: number };
    const given = script.startsWith('sandbox') ? ['--manifest', 'manifest.yml'] : [];
    for (const [word, sentence] of [
      [String(port), `Port ${port} `],
      ['no', '--port is a number from 0 to 65535, not "no".'],
      ['65536', '--port is a number'],
    ] as const) {
      const run = runScript(script, [...given, '--port', word], {});
      expect(await run.ended()).toBe(2);
      expect(run.output()).toContain(sentence);
      expect(run.output()).not.toContain('    at ');
    }
  },
);
