// Plain JavaScript: a TypeScript worker thread does not start under vitest on Node 20.
import { workerData } from 'node:worker_threads';

/** @type {{ module: string }} */
const { module } = workerData;
if (module.endsWith('.ts')) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import(module);
