import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { ImportKind, Tells } from '../core/declare/import.ts';
import type { DecimalSign } from '../core/text/number.ts';
import { listOf } from '../core/text/sentence.ts';
import type { DateOrder } from './dates.ts';
import type { Format } from './inspect.ts';
import { UsageError } from './map.ts';
import { presets } from './presets/index.ts';
import type { Preset } from './presets/preset.ts';

export interface ImportArguments {
  readonly kinds: readonly ImportKind[];
  readonly path: string;
  readonly preset: Preset | null;
  readonly map: Readonly<Record<string, string>>;
  readonly set: Readonly<Record<string, string>>;
  readonly format: Format | null;
  readonly dates: DateOrder;
  readonly decimal: DecimalSign | null;
  /** Null: the workspace's. */
  readonly timeZone: string | null;
  readonly tells: Tells;
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
  readonly workspace: string | null;
  readonly rejectsPath: string;
}

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  map: texts,
  set: texts,
  mapping: text,
  preset: text,
  format: text,
  dates: text,
  decimal: text,
  'time-zone': text,
  partial: flag,
  whole: flag,
  'dry-run': flag,
  'all-or-nothing': flag,
  workspace: text,
  rejects: text,
} as const;

/** A mapping file: field → column, and field → fixed value. */
const mappingFile = z.strictObject({
  map: z.record(z.string(), z.string()).default({}),
  set: z.record(z.string(), z.string()).default({}),
});

export function usage(kinds: readonly ImportKind[]): string {
  return [
    'npm run import -- <kind>[,<kind>] <file> [options]',
    '',
    ...kinds.map((kind) => `  ${kind.name.padEnd(10)} ${kind.summary}`),
    '',
    '  --map field=Column   which column holds a field; may be repeated',
    '  --set field=value    the same value for every row; may be repeated',
    '  --mapping <file>     both of them in a JSON or YAML file: map: {…}, set: {…}',
    `  --preset <name>      ${presets.map((preset) => `${preset.name} (${preset.summary})`).join(', ')}`,
    '  --format csv|jsonl   else recognised by the file name and the first character',
    '  --dates iso|mdy|dmy  how to read 12/1/2010',
    '  --decimal point|comma   how to read 1.234; without it such a value is refused',
    '  --time-zone <IANA>   for times without an offset; else the workspace’s',
    '  --partial            the file tells a part of its orders: their other lines stay',
    '  --whole              the file tells all lines of its orders: lines it leaves out are taken away',
    '  --dry-run            count and check only',
    '  --all-or-nothing     load nothing if any row is rejected',
    '  --workspace <name>   if there are several',
    '  --rejects <path>     file for rejected rows; else <file>.rejects.csv in the working directory',
    '',
    ...kinds.flatMap((kind) => [
      `Fields of ${kind.name} (* required):`,
      ...kind.fields.map(
        (f) => `  ${`${f.name}${f.required ? '*' : ''}`.padEnd(20)} ${f.type}: ${f.summary}`,
      ),
    ]),
  ].join('\n');
}

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
  const file = await readMapping(values.mapping, problems);
  const map = { ...file.map, ...pairs('map', values.map, problems) };
  const set = { ...file.set, ...pairs('set', values.set, problems) };
  if (problems.length > 0) throw new UsageError(problems);
  return {
    kinds: [...new Set(kinds)],
    path,
    preset,
    map,
    set,
    format,
    dates,
    decimal,
    timeZone,
    tells: values.partial ? 'part' : values.whole ? 'whole' : null,
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
  given: readonly string[] | undefined,
  problems: string[],
): Record<string, string> {
  const read = (given ?? []).map((pair) => /^([^=]+)=(.*)$/s.exec(pair));
  if (read.includes(null)) problems.push(`--${option} is written field=…`);
  return Object.fromEntries(
    read.flatMap((match) => (match ? [[match[1]?.trim() ?? '', match[2] ?? '']] : [])),
  );
}

async function readMapping(path: string | undefined, problems: string[]) {
  const empty = { map: {}, set: {} };
  if (path === undefined) return empty;
  try {
    // YAML reads JSON too.
    const read = mappingFile.safeParse(parseYaml(await readFile(path, 'utf8')));
    if (read.success) return read.data;
    problems.push(`${path} is not of the form map: {field: Column}, set: {field: value}.`);
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
