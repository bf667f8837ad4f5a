import { writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { features } from '../src/features/index.ts';
import { manifestOf } from '../src/slack/app/manifest.ts';
import { readCommandLine } from './command-line.ts';

const usage = `npm run manifest: writes manifest.yml from the features.
npm run manifest -- [--prefix qm-] [--without stock] [--url https://…/slack/events] prints a variant instead.`;

const { values } = readCommandLine(usage, {
  options: {
    prefix: { type: 'string' },
    without: { type: 'string', multiple: true },
    url: { type: 'string' },
  },
});

const variant = values.prefix !== undefined || values.without !== undefined || values.url !== undefined;
const text = stringify(
  manifestOf(features, {
    ...(values.prefix === undefined ? {} : { prefix: values.prefix }),
    ...(values.without === undefined ? {} : { without: values.without.flatMap((names) => names.split(',')) }),
    ...(values.url === undefined ? {} : { requestUrl: values.url }),
  }),
);

if (variant) {
  process.stdout.write(text);
} else {
  await writeFile('manifest.yml', `# Generated from the features: npm run manifest\n${text}`);
  console.log('Wrote manifest.yml.');
}
