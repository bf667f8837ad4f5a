import { expect, test } from 'vitest';
import { importsOf, sourceFiles } from './source.ts';

interface Rule {
  /** The files it speaks of. */
  readonly from: RegExp;
  /** What they may import of src; packages are judged by `packages`. */
  readonly may: readonly RegExp[];
  /** Packages they must not know. */
  readonly packages?: RegExp;
  readonly because: string;
}

const own = (folder: string, files: string) => new RegExp(`^src/features/${folder}/(${files})\\.ts$`);
const core = /^src\/core\//;
const ui = /^src\/ui\//;
const db = /^src\/db\//;
const slackOrDatabase = /^(@slack\/(bolt|web-api|socket-mode)|@prisma\/|pg$|\.\/generated)/;

/** The table of DESIGN, "Who may import whom". The first rule whose `from` fits a file decides. */
function rulesFor(feature: string): readonly Rule[] {
  const file = (names: string) => own(feature, names);
  const operations =
    '(?!(?:[a-z-]+-)?(?:store|rules|views|slack|actions|forms|notifications|samples|checks)\\b|(?:feature|permissions|find|approving|home|digest)\\b)[a-z-]+';
  // A feature may have several of a kind: level-store.ts beside store.ts.
  const rules = '(?:[a-z-]+-)?rules';
  const store = '(?:[a-z-]+-)?store';
  const views = '(?:[a-z-]+-)?views';
  const slack = '(?:[a-z-]+-)?slack';
  const actions = '(?:[a-z-]+-)?actions';
  const forms = '(?:[a-z-]+-)?forms';
  const notifications = '(?:[a-z-]+-)?notifications';
  const samples = '(?:[a-z-]+-)?samples';
  const checks = '(?:[a-z-]+-)?checks';
  return [
    {
      from: file(rules),
      may: [core, file(rules)],
      packages: slackOrDatabase,
      because: 'rules are pure: they get values and return values',
    },
    {
      from: file(`permissions|${actions}|${forms}|${notifications}`),
      may: [core, file(`${rules}|${views}`)],
      packages: slackOrDatabase,
      because: 'tokens are declared from core alone',
    },
    {
      from: file(store),
      may: [core, db, file(`${rules}|${store}`)],
      packages: /^@slack\//,
      because: 'a store only talks to the database',
    },
    {
      from: file(views),
      // Another feature's token: a button that any card can carry.
      may: [core, ui, file(`${rules}|${actions}|${views}`), own('[a-z-]+', actions)],
      packages: slackOrDatabase,
      because: 'a view draws what it is given',
    },
    {
      from: file(samples),
      may: [core, ui, file(`${rules}|${views}|${samples}|${actions}`)],
      packages: slackOrDatabase,
      because: 'samples are made by hand',
    },
    {
      from: file(slack),
      may: [
        core,
        ui,
        file(`${slack}|${views}|${actions}|${forms}|permissions|${notifications}|${rules}|${operations}`),
        own('[a-z-]+', operations),
      ],
      packages: slackOrDatabase,
      because: 'words and clicks go through operations, never to a store',
    },
    {
      from: file(`find|approving|home|digest|${checks}`),
      may: [core, ui, file(`${views}|permissions|${rules}|${store}|${operations}`)],
      packages: slackOrDatabase,
      because: 'contributions stand on operations and views of their own feature',
    },
    {
      from: file('feature'),
      may: [core, own(feature, '[a-z-]+')],
      packages: slackOrDatabase,
      because: 'the index card names what the folder holds',
    },
    {
      from: file(operations),
      may: [
        core,
        file(`${rules}|${store}|${notifications}|permissions|${operations}`),
        own(`(?!${feature}/)[a-z-]+`, operations),
      ],
      packages: slackOrDatabase,
      because: 'operations know no Slack and reach other features only by their operations',
    },
  ];
}

const layers: readonly Rule[] = [
  {
    from: /^src\/core\//,
    may: [core],
    packages: slackOrDatabase,
    because: 'core knows neither Slack nor the database nor a feature',
  },
  {
    from: /^src\/ui\//,
    may: [core, ui],
    packages: slackOrDatabase,
    because: 'the drawing kit knows no feature',
  },
  {
    from: /^src\/db\//,
    may: [core, db],
    packages: /^@slack\//,
    because: 'the database layer knows no feature and no Slack',
  },
  {
    from: /^src\/(slack|jobs|webhooks|importer|health)\//,
    may: [
      core,
      ui,
      db,
      /^src\/config\.ts$/,
      /^src\/features\/index\.ts$/,
      /^src\/(slack|jobs|webhooks|importer|health)\//,
    ],
    because: 'adapters reach features only through src/features/index.ts',
  },
  { from: /^src\/features\/index\.ts$/, may: [core, /^src\/features\//], because: 'the list holds features' },
  { from: /^src\/[a-z]+\.ts$/, may: [/^src\//], because: 'the wiring may know everything in src' },
];

function ruleOf(path: string): Rule | undefined {
  const feature = /^src\/features\/([^/]+)\//.exec(path)?.[1];
  return [...(feature ? rulesFor(feature) : []), ...layers].find((rule) => rule.from.test(path));
}

const files = sourceFiles('src');

test('every file has a rule that says what it may import', () => {
  expect(
    files
      .filter((file) => !ruleOf(file.path))
      .map((file) => `${file.path}: its name fits no kind of file that DESIGN knows`),
  ).toEqual([]);
});

test('nobody imports what is not theirs to know', () => {
  const faults = files.flatMap((file) => {
    const rule = ruleOf(file.path);
    if (!rule) return [];
    return importsOf(file)
      .filter((target) =>
        target.startsWith('src/') ? !rule.may.some((may) => may.test(target)) : rule.packages?.test(target),
      )
      .map((target) => `${file.path} must not import ${target}: ${rule.because}`);
  });
  expect(faults).toEqual([]);
});

test('src never imports test, bench, scripts or sandbox; the sandbox never imports src', () => {
  const outside = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => /^(test|bench|scripts|sandbox|prisma)\//.test(target))
      .map((target) => `${file.path} imports ${target}: the bot must run without it`),
  );
  const inside = sourceFiles('sandbox').flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('src/'))
      .map((target) => `${file.path} imports ${target}: the sandbox knows nothing of the bot`),
  );
  expect([...outside, ...inside]).toEqual([]);
});
