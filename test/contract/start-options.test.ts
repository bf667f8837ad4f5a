import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { nodeScript } from '../../bench/start-script.ts';

test('the Node that runs this knows the options of npm start', async () => {
  const { options } = await nodeScript('start');
  // An option it does not know would end it before the first line.
  const { stdout } = await promisify(execFile)(process.execPath, [...options, '-p', '6 * 7']);
  expect(options.length).toBeGreaterThan(0);
  expect(stdout).toBe('42\n');
});
