import { defineConfig } from 'prisma/config';

// `prisma generate` only checks that a schema engine exists; generation itself is WebAssembly and works offline.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
