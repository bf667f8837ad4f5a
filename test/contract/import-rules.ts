import { importsOf, type SourceFile } from './source.ts';

// Who may import whom, as docs/architecture.md says.

/**
 * The role of a feature's file, by its name: `store.ts` and `event-store.ts` are stores. Any other name is a noun or a
 * verb: `pure` when all its imports are pure (a decision, such as `tally.ts`), else an `operation`.
 */
const named = [
  'model',
  'rules',
  'refusals',
  'store',
  'views',
  'actions',
  'forms',
  'notifications',
  'permissions',
  'slack',
  'samples',
  'feature',
  'index',
] as const;
/** Contributions that several features make; known by their whole name. */
const contributions = ['find', 'approving', 'mentioning', 'home', 'digest', 'checks'];

type Role = (typeof named)[number] | 'contribution' | 'pure' | 'operation';

interface Rule {
  /** Layers outside the features. */
  readonly may: readonly RegExp[];
  /** Files of the same feature, in any part. */
  readonly own: readonly Role[];
  /** The doors of other features. */
  readonly others: boolean;
  readonly because: string;
}

const core = /^src\/core\//;
const values = /^src\/core\/(tokens|time|text)\//;
const ui = /^src\/ui\//;
const charts = /^src\/charts\//;
const db = /^src\/db\//;
const slackOrDatabase = /^(@slack\/(bolt|web-api|socket-mode)|@prisma\/|pg$|\.\/generated)/;

const pure: Rule = {
  may: [values],
  own: ['model', 'rules', 'refusals', 'pure'],
  others: false,
  because: 'shapes and decisions are pure: they get values and return values',
};
const token: Rule = {
  may: [core],
  own: ['model', 'rules', 'refusals', 'pure', 'permissions', 'views', 'actions', 'notifications'],
  others: false,
  because: 'tokens are declared from core and other tokens',
};
const decisions: readonly Role[] = ['model', 'rules', 'refusals', 'pure'];

const rules: Readonly<Record<Role, Rule>> = {
  model: pure,
  rules: pure,
  refusals: pure,
  pure,
  permissions: token,
  actions: token,
  forms: token,
  notifications: token,
  store: {
    may: [core, db],
    own: [...decisions, 'store'],
    others: false,
    because: 'a store only talks to the database',
  },
  views: {
    may: [core, ui, charts],
    own: [...decisions, 'actions', 'forms', 'views'],
    others: true,
    because: 'a view draws what it is given',
  },
  samples: {
    may: [core, ui, charts],
    own: [...decisions, 'actions', 'forms', 'views', 'samples'],
    others: false,
    because: 'samples are made by hand',
  },
  slack: {
    may: [core, ui, charts],
    own: [...decisions, 'slack', 'views', 'actions', 'forms', 'permissions', 'notifications', 'operation'],
    others: true,
    because: 'words and clicks go through operations, never to a store',
  },
  contribution: {
    may: [core, ui, charts],
    own: [...decisions, 'views', 'actions', 'permissions', 'store', 'operation'],
    others: true,
    because: 'contributions stand on operations and views of their own feature',
  },
  operation: {
    may: [core, charts],
    own: [...decisions, 'store', 'notifications', 'permissions', 'operation'],
    others: true,
    because: 'operations know no Slack and reach other features by their doors',
  },
  index: {
    may: [],
    own: [...decisions, 'operation', 'actions', 'permissions', 'notifications', 'views'],
    others: false,
    because: 'the door shows operations and tokens',
  },
  feature: {
    may: [core],
    own: [...decisions, ...named, 'contribution', 'operation'],
    others: true,
    because: 'the index card names what the folder holds',
  },
};

const adapters = /^src\/(slack|jobs|webhooks|importer|health)\//;
const layers: readonly {
  readonly from: RegExp;
  readonly may: readonly RegExp[];
  readonly packages?: RegExp;
  readonly because: string;
}[] = [
  {
    from: /^src\/core\/tokens\//,
    may: [/^src\/core\/(tokens|text|time)\//],
    packages: slackOrDatabase,
    because: 'tokens and values know nothing that runs',
  },
  {
    from: /^src\/core\/(time|text)\//,
    may: [/^src\/core\/(text|time)\//],
    packages: slackOrDatabase,
    because: 'values of time and text know nothing else',
  },
  {
    from: /^src\/core\/runtime\//,
    may: [/^src\/core\/(tokens|text|time|runtime)\//],
    packages: slackOrDatabase,
    because: 'what runs operations does not know what features declare',
  },
  {
    from: core,
    may: [core],
    packages: slackOrDatabase,
    because: 'core knows neither Slack nor the database nor a feature',
  },
  { from: ui, may: [core, ui], packages: slackOrDatabase, because: 'the drawing kit knows no feature' },
  {
    from: charts,
    may: [core, charts],
    packages: slackOrDatabase,
    because: 'charts draw plain data: they know neither Slack nor the database nor a feature',
  },
  {
    from: db,
    may: [core, db],
    packages: /^@slack\//,
    because: 'the database layer knows no feature and no Slack',
  },
  {
    from: adapters,
    may: [core, ui, db, /^src\/config\.ts$/, /^src\/features\/index\.ts$/, adapters],
    because: 'adapters reach features only through src/features/index.ts',
  },
  {
    from: /^src\/features\/index\.ts$/,
    may: [core, /^src\/features\/[^/]+\/(feature|index)\.ts$/],
    because: 'the list holds features and opens doors',
  },
  { from: /^src\/[a-z]+\.ts$/, may: [/^src\//], because: 'the wiring may know everything in src' },
];

const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];

/**
 * `src/cases` has files of the same roles; a file that may import a role of its own feature may import the same role of
 * cases.
 */
const isCases = (path: string) => path.startsWith('src/cases/');

/** The `<feature>/<part>` of a file inside one. */
export const partOf = (path: string) => /^src\/features\/([^/]+\/[^/]+)\//.exec(path)?.[1];
export const featureFolderOf = featureOf;

function nameOf(path: string): Role | null {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.ts$/, '');
  if (contributions.includes(file)) return 'contribution';
  return named.find((role) => file === role || file.endsWith(`-${role}`)) ?? null;
}

/** The role of every file of the features. */
function rolesOf(files: readonly SourceFile[]): ReadonlyMap<string, Role> {
  const own = files.filter(({ path }) => featureOf(path) || isCases(path));
  const imports = new Map(own.map((file) => [file.path, importsOf(file)]));
  const roles = new Map<string, Role>();
  const isPure = (path: string, above: readonly string[] = []): boolean => {
    const name = nameOf(path);
    if (name) return pure.own.includes(name);
    if (above.includes(path)) return true;
    return (imports.get(path) ?? []).every((target) => {
      if (!target.startsWith('src/')) return !slackOrDatabase.test(target);
      if (values.test(target)) return true;
      const near = isCases(target) || (featureOf(path) && featureOf(target) === featureOf(path));
      return Boolean(near) && isPure(target, [...above, path]);
    });
  };
  for (const { path } of own) roles.set(path, nameOf(path) ?? (isPure(path) ? 'pure' : 'operation'));
  return roles;
}

/** Forbidden imports, as sentences. */
export function importFaults(files: readonly SourceFile[]): readonly string[] {
  const roles = rolesOf(files);
  return files.flatMap((file) => {
    const role = roles.get(file.path);
    const faults = role ? faultsOfRole(file, role, roles) : faultsOfLayer(file);
    return faults.map(({ target, because }) => `${file.path} must not import ${target}: ${because}`);
  });
}

interface Fault {
  readonly target: string;
  readonly because: string;
}

function faultsOfRole(file: SourceFile, role: Role, roles: ReadonlyMap<string, Role>): readonly Fault[] {
  const rule = rules[role];
  return importsOf(file).flatMap((target) => {
    const because = whyNot(file.path, rule, target, roles);
    return because ? [{ target, because }] : [];
  });
}

function whyNot(path: string, rule: Rule, target: string, roles: ReadonlyMap<string, Role>): string | null {
  if (!target.startsWith('src/')) {
    const packages = rule.own.includes('store') && rule.may.includes(db) ? /^@slack\// : slackOrDatabase;
    return packages.test(target) ? rule.because : null;
  }
  const other = featureOf(target);
  if (isCases(path) && other) return 'cases know no feature';
  if (!other && !isCases(target)) return rule.may.some((may) => may.test(target)) ? null : rule.because;
  if (other && other !== featureOf(path)) {
    if (!rule.others) return rule.because;
    return target === `src/features/${other}/index.ts` ? null : `the only door of ${other} is its index.ts`;
  }
  const role = roles.get(target);
  return role && rule.own.includes(role) ? null : rule.because;
}

function faultsOfLayer(file: SourceFile): readonly Fault[] {
  const layer = layers.find(({ from }) => from.test(file.path));
  if (!layer) return [{ target: 'anything', because: 'no layer is known for it' }];
  const { may, packages, because } = layer;
  return importsOf(file)
    .filter((target) =>
      target.startsWith('src/') ? !may.some((one) => one.test(target)) : packages?.test(target),
    )
    .map((target) => ({ target, because }));
}

/** Circular imports between groups of files, as sentences. `groupOf`: undefined for a file outside all groups. */
export function circlesIn(
  files: readonly SourceFile[],
  groupOf: (path: string) => string | undefined,
): readonly string[] {
  const arrows = new Map<string, Map<string, string>>();
  for (const file of files) {
    const from = groupOf(file.path);
    for (const target of from ? importsOf(file) : []) {
      const to = groupOf(target);
      if (!from || !to || to === from) continue;
      const known = arrows.get(from) ?? new Map<string, string>();
      arrows.set(from, known.set(to, known.get(to) ?? `${file.path} imports ${target}`));
    }
  }
  const reaches = (from: string, wanted: string, seen = new Set<string>()): boolean =>
    [...(arrows.get(from)?.keys() ?? [])].some((to) => {
      if (to === wanted) return true;
      if (seen.has(to)) return false;
      seen.add(to);
      return reaches(to, wanted, seen);
    });
  return [...arrows].flatMap(([from, targets]) =>
    [...targets]
      .filter(([to]) => reaches(to, from))
      .map(([to, why]) => `${from} and ${to} stand in a circle: ${why}`),
  );
}
