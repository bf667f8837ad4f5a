import type { Feature } from '../../src/core/declare/feature.ts';
import { type SourceFile, withoutComments } from './source.ts';

/** Named by a word or a title; all others by `<feature>.<what>`. */
const plain = [
  'commands',
  'verbs',
  'finders',
  'imports',
  'issueKinds',
  'states',
  'facts',
  'factTables',
  'kpis',
  'lackingKpis',
  'home',
  'setup',
  'health',
  'connectors',
];
/** Without names: all of them are read. */
const nameless = ['digest', 'mentions'];

/** The lists of a feature by their keys. */
function listsOf(feature: Feature): readonly (readonly [kind: string, parts: readonly unknown[]])[] {
  return Object.entries(feature).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
}

/** The name of a part within its kind; null: it has none. */
function nameOf(part: unknown): string | null {
  if (typeof part !== 'object' || part === null) return null;
  const one = part as Readonly<Record<string, unknown>>;
  // A verb may have an empty name: it is its command's default.
  if (typeof one.command === 'string' && typeof one.name === 'string') return `${one.command} ${one.name}`;
  if (typeof one.form === 'string' && typeof one.field === 'string') return `${one.form} ${one.field}`;
  const within = [one.action, one.kind, one.job, one.work, one.bulk].map(
    (token) => (token as { id?: unknown } | undefined)?.id,
  );
  const candidates = [one.id, one.table, one.key, one.name, ...within, one.kind, one.title];
  return candidates.find((name): name is string => typeof name === 'string') ?? null;
}

/** Missing and duplicate names, and names without their feature's prefix, as sentences. */
export function nameFaults(features: readonly Feature[]): readonly string[] {
  const owners = new Map<string, string>();
  return features.flatMap((feature) =>
    listsOf(feature).flatMap(([kind, parts]) =>
      nameless.includes(kind) ? [] : parts.flatMap((part) => faultsOfName(feature.name, kind, part, owners)),
    ),
  );
}

function faultsOfName(
  feature: string,
  kind: string,
  part: unknown,
  owners: Map<string, string>,
): readonly string[] {
  const name = nameOf(part);
  if (name === null)
    return [
      `one of ${kind} of ${feature} has no name: give it an id, or list ${kind} in test/contract/name-rules.ts`,
    ];
  const other = owners.get(`${kind} ${name}`);
  owners.set(`${kind} ${name}`, feature);
  return [
    ...(other
      ? [`${name} is the name of two of ${kind}, in ${other} and ${feature}: call one of them otherwise`]
      : []),
    ...(plain.includes(kind) || name.startsWith(`${feature}.`)
      ? []
      : [`${name} of ${kind} belongs to ${feature}: its name must begin with ${feature}.`]),
  ];
}

/** Read directly where they are used, never composed. */
const listedOnly = ['permissions', 'operations', 'states', 'facts', 'connectors'];

/** Lists of `Feature` without a token, and tokens without a list, as sentences. */
export function tokenFaults(feature: SourceFile, files: readonly SourceFile[]): readonly string[] {
  const shape = /interface Feature \{([\s\S]*?)\n\}/.exec(withoutComments(feature.text))?.[1] ?? '';
  const lists = [...shape.matchAll(/readonly (\w+)\??: readonly [^;]*\[\];/g)].map(([, key = '']) => key);
  const tokens = files.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/contribution<[^>]+>\('(\w+)'\)/g)].map(([, name = '']) => ({
      name,
      path,
    })),
  );
  return [
    ...lists
      .filter((key) => !listedOnly.includes(key) && tokens.filter(({ name }) => name === key).length !== 1)
      .map((key) => `${key} of Feature needs one token beside its shape: contribution<…>('${key}')`),
    ...tokens
      .filter(({ name }) => !lists.includes(name))
      .map(({ name, path }) => `${path} reads ${name}, which is no list of Feature`),
  ];
}
