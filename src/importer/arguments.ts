import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { ImportKind, ImportWishes } from '../core/declare/import.ts';
import { cleanName } from '../core/text/clean.ts';
import type { DecimalSign } from '../core/text/number.ts';
import { listOf } from '../core/text/sentence.ts';
import type { DateOrder } from './dates.ts';
import { isEncoding } from './file/encoding.ts';
import type { FileWishes } from './file/inspect.ts';
import type { Given } from './map.ts';
import { presets } from './presets/index.ts';
import type { Preset } from './presets/preset.ts';
import { UsageError } from './usage-error.ts';

export interface ImportArguments extends Given, FileWishes, ImportWishes {
  readonly kinds: readonly ImportKind[];
  readonly path: string;
  readonly preset: Preset | null;
  readonly dates: DateOrder;
  readonly decimal: DecimalSign | null;
  /** Null: the workspace's. */
  readonly timeZone: string | null;
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
  readonly workspace: string | null;
  readonly rejectsPath: string;
}

/** Lists of feeds show it beside a location. */
const longestSource = 60;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  map: texts,
  set: texts,
  ignore: texts,
  skip: texts,
  translate: texts,
  mapping: text,
  preset: text,
  source: text,
  format: text,
  encoding: text,
  'no-quotes': flag,
  dates: text,
  decimal: text,
  'time-zone': text,
  partial: flag,
  whole: flag,
  'create-locations': flag,
  'dry-run': flag,
  'all-or-nothing': flag,
  workspace: text,
  rejects: text,
} as const;

const words = z.record(z.string(), z.string()).default({});
const mappingFile = z.strictObject({
  map: words,
  set: words,
  ignore: z.array(z.string()).default([]),
  skip: words,
  translate: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});
const form =
  'map: {field: Column}, set: {field: value}, ignore: [Column], skip: {Column: text}, translate: {field: {text: value}}';

/** Reads the command line. Throws one `UsageError` that lists everything wrong with it. */
export async function readArguments(
  argv: readonly string[],
  known: readonly ImportKind[],
): Promise<ImportArguments> {
  const problems: string[] = [];
  const { values, positionals } = parsed(argv);
  const [kindNames = '', path = '', ...more] = positionals;
  if (positionals.length < 2) problems.push('Name the kind to import and the file.');
  if (more.length > 0) problems.push(`One file at a time: leave out ${more.join(' ')}.`);
  const kinds = kindNames.split(',').flatMap((name) => known.find((kind) => kind.name === name) ?? []);
  for (const name of kindNames.split(',').filter(Boolean)) {
    if (!known.some((kind) => kind.name === name))
      problems.push(
        unknown(
          'kind',
          name,
          known.map((kind) => kind.name),
        ),
      );
  }
  const preset = presets.find(({ name }) => name === values.preset) ?? null;
  if (values.preset !== undefined && !preset)
    problems.push(
      unknown(
        'preset',
        values.preset,
        presets.map(({ name }) => name),
      ),
    );
  const oneOf = <T extends string>(option: 'format' | 'dates' | 'decimal', words: readonly T[]): T | null => {
    const given = values[option];
    const word = words.find((one) => one === given) ?? null;
    if (given !== undefined && !word) problems.push(`--${option} is ${listOf(words, 'or')}, not "${given}".`);
    return word;
  };
  const format = oneOf('format', ['csv', 'jsonl']);
  const dates = oneOf('dates', ['iso', 'mdy', 'dmy']) ?? preset?.dates ?? 'iso';
  const decimal = oneOf('decimal', ['point', 'comma']) ?? preset?.decimal ?? null;
  const timeZone = values['time-zone'] ?? preset?.timeZone ?? null;
  if (timeZone && !isTimeZone(timeZone))
    problems.push(`--time-zone "${timeZone}" is not an IANA time zone such as Europe/Berlin.`);
  if (values.partial && values.whole) problems.push('--partial and --whole exclude each other.');
  if ((values.partial || values.whole) && !kinds.some(({ hasParts }) => hasParts))
    problems.push('--partial and --whole are for things that have parts, such as orders with their lines.');
  if (values['create-locations'] && !kinds.some(({ createsLocations }) => createsLocations))
    problems.push('--create-locations is for what stands in locations, such as levels.');
  const encoding = values.encoding ?? null;
  if (encoding !== null && !isEncoding(encoding))
    problems.push(`--encoding "${encoding}" is not known; utf-8, utf-16le and windows-1252 are.`);
  const file = await readMapping(values.mapping, problems);
  const line: Given = {
    map: pairs('map', 'field=Column', values.map, problems),
    set: pairs('set', 'field=value', values.set, problems),
    ignore: values.ignore ?? [],
    skip: pairs('skip', 'Column=text', values.skip, problems),
    translate: translations(values.translate, problems),
  };
  problems.push(...bothWays(line, 'the command line'), ...bothWays(file, 'the mapping file'));
  if (problems.length > 0) throw new UsageError(problems);
  return {
    kinds: [...new Set(kinds)],
    path,
    preset,
    origin: cleanName(values.source ?? '', longestSource) || (preset?.name ?? 'file'),
    ...over(line, file),
    format,
    encoding,
    quotes: !values['no-quotes'] && (preset?.quotes ?? true),
    dates,
    decimal,
    timeZone,
    tells: values.partial ? 'part' : values.whole ? 'whole' : null,
    createLocations: values['create-locations'],
    dryRun: values['dry-run'],
    allOrNothing: values['all-or-nothing'],
    workspace: values.workspace ?? null,
    rejectsPath: values.rejects ?? `${basename(path)}.rejects.csv`,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError([(error as Error).message]);
  }
}

function pairs(
  option: string,
  form: string,
  given: readonly string[] | undefined,
  problems: string[],
): Record<string, string> {
  const read = (given ?? []).map((pair) => /^([^=]+)=(.*)$/s.exec(pair));
  if (read.includes(null)) problems.push(`--${option} is written ${form}.`);
  return Object.fromEntries(
    read.flatMap((match) => (match ? [[match[1]?.trim() ?? '', match[2] ?? '']] : [])),
  );
}

function translations(given: readonly string[] | undefined, problems: string[]): Given['translate'] {
  const fields: Record<string, Record<string, string>> = {};
  for (const one of given ?? []) {
    const [, field = '', text = '', value = ''] = /^(\w+):(.*)=([^=]*)$/s.exec(one) ?? [];
    if (field === '') problems.push('--translate is written field:text=value.');
    else fields[field] = { ...fields[field], [text]: value };
  }
  return fields;
}

function bothWays({ map, set }: Given, where: string): readonly string[] {
  return Object.keys(map)
    .filter((field) => field in set)
    .map((field) => `${field} has a column and a fixed value in ${where}: leave one of them out.`);
}

/** What the command line says of a field replaces what the mapping file says of it. */
function over(line: Given, file: Given): Given {
  const rest = (of: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(of).filter(([field]) => !(field in line.map) && !(field in line.set)));
  return {
    map: { ...rest(file.map), ...line.map },
    set: { ...rest(file.set), ...line.set },
    ignore: [...file.ignore, ...line.ignore],
    skip: { ...file.skip, ...line.skip },
    translate: { ...file.translate, ...line.translate },
  };
}

async function readMapping(path: string | undefined, problems: string[]): Promise<Given> {
  const empty: Given = { map: {}, set: {}, ignore: [], skip: {}, translate: {} };
  if (path === undefined) return empty;
  try {
    // YAML reads JSON too.
    const read = mappingFile.safeParse(parseYaml(await readFile(path, 'utf8')));
    if (read.success) return read.data;
    problems.push(`${path} is not of the form ${form}.`);
  } catch (error) {
    problems.push(`${path} cannot be read: ${(error as Error).message}`);
  }
  return empty;
}

function unknown(what: string, word: string, among: readonly string[]): string {
  return `There is no ${what} "${word}" (nearest: "${closest(word, [...among])}"; there are ${listOf(among)}).`;
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
