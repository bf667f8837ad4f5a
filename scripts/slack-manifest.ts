// The get-manifest hook of `slack run`: the manifest as JSON and nothing else, because the CLI parses all that is printed.
import { features } from '../src/features/index.ts';
import { manifestOf } from '../src/slack/app/manifest.ts';

process.stdout.write(JSON.stringify(manifestOf(features)));
