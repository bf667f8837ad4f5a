// npm run docs: writes the generated documents: docs/commands.md, docs/rights.md, docs/kpis.md, docs/scopes.md, .env.example, the
// README's table of settings.
import { readFile, writeFile } from 'node:fs/promises';
import {
  commandReference,
  environmentExample,
  kpiReference,
  rightsReference,
  scopeReference,
  withSettingsTable,
} from './generated.ts';

await writeFile('docs/commands.md', commandReference());
await writeFile('docs/rights.md', rightsReference());
await writeFile('docs/kpis.md', kpiReference());
await writeFile('docs/scopes.md', scopeReference());
await writeFile('.env.example', environmentExample());
await writeFile('README.md', withSettingsTable(await readFile('README.md', 'utf8')));
console.log(
  'Wrote docs/commands.md, docs/rights.md, docs/kpis.md, docs/scopes.md, .env.example and the table of settings in README.md.',
);
