import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { runScript } from '../harness/processes.ts';

const kills = 12;

test('every write that the owner of the embedded database acknowledged survives kill -9 at any moment', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-crash-'));
  onTestFinished(async () => await rm(folder, { recursive: true, force: true }));
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const writer = runScript('test/crash/writer.ts', [], { DATA_DIR: folder });
    await writer.says('found');
    const found = Number(/found (\d+)/.exec(writer.output())?.[1]);
    expect(found).toBeGreaterThanOrEqual(acknowledged);
    // At most the one write in progress may be there unacknowledged.
    expect(found).toBeLessThanOrEqual(acknowledged + 1);
    await writer.says('wrote');
    // Seeded moments between one write and the next dozens.
    await wait((kill * 37) % 101);
    writer.child.kill('SIGKILL');
    await writer.ended();
    acknowledged = Number([...writer.output().matchAll(/wrote (\d+)/g)].at(-1)?.[1]);
  }
  expect(acknowledged).toBeGreaterThan(kills);
}, 300_000);
