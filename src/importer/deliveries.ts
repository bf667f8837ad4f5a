import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Context } from '../core/runtime/context.ts';
import { exactJson, JsonTooDeep } from '../core/text/exact-json.ts';
import { nestedTooDeep } from '../core/text/json-depth.ts';
import { number } from '../core/text/quantity.ts';
import { count, listOf } from '../core/text/sentence.ts';
import { filedKinds, keepFile } from '../features/index.ts';
import { UsageError } from './usage-error.ts';

export interface DeliveryArguments {
  readonly kind: (typeof filedKinds)[number];
  readonly path: string;
  readonly workspace: string | null;
}

const form = 'npm run import -- deliveries amazon FILE';
/** Kept in one transaction. */
const atOnce = 500;

/** Reads "deliveries amazon FILE"; null: it is about rows of a table. Throws a `UsageError`. */
export function readDeliveryArguments(argv: readonly string[]): DeliveryArguments | null {
  if (argv[0] !== 'deliveries') return null;
  const { values, positionals } = parsed(argv);
  const [, name = '', path = '', ...more] = positionals;
  const kind = filedKinds.find((one) => one === name.toLowerCase());
  const problems = [
    ...(kind ? [] : [`Deliveries come from ${listOf(filedKinds, 'or')}: ${form}`]),
    ...(path === '' ? [`Name the file: ${form}`] : []),
    ...(more.length > 0 ? [`One file at a time: leave out ${more.join(' ')}.`] : []),
  ];
  if (!kind || problems.length > 0) throw new UsageError(problems);
  return { kind, path, workspace: values.workspace ?? null };
}

function parsed(argv: readonly string[]) {
  try {
    const options = { workspace: { type: 'string' } } as const;
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError([(error as Error).message]);
  }
}

/**
 * The notifications of a file: one JSON object, a list of them, or one a line. Throws a `UsageError` where any cannot be
 * read.
 */
export async function readDeliveries({ path }: DeliveryArguments): Promise<readonly string[]> {
  return bodiesOf(await contentOf(path), basename(path));
}

/** Keeps notifications as deliveries of their source. Answers what to say of it. */
export async function keepDeliveries(
  ctx: Context,
  { kind }: DeliveryArguments,
  bodies: readonly string[],
): Promise<readonly string[]> {
  let source = '';
  let kept = 0;
  for (let n = 0; n < bodies.length; n += atOnce) {
    const some = await keepFile.call(ctx, { kind, bodies: bodies.slice(n, n + atOnce) });
    source = some.source;
    kept += some.kept;
  }
  const known = bodies.length - kept;
  return [
    `${count(kept, 'delivery', 'deliveries')} of ${source} kept, ${number(known)} known before.`,
    ...(kept > 0 ? [`The bot handles them; /ops source ${source} shows what became of them.`] : []),
  ];
}

async function contentOf(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError([`${path} cannot be read: ${(error as Error).message}`]);
  }
}

function bodiesOf(text: string, name: string): readonly string[] {
  const whole = jsonOf(text);
  if (whole === tooDeep) throw new UsageError([`${name}: it ${nestedTooDeep}. Nothing of the file is kept.`]);
  if (isObject(whole)) return [text];
  // In a list they are told apart by what they say, not by how they are written.
  if (text.trim() === '' || (Array.isArray(whole) && whole.length === 0))
    throw new UsageError([`${name} is empty.`]);
  if (Array.isArray(whole))
    return (JSON.parse(text) as unknown[]).map((one, n) =>
      objectAt(JSON.stringify(one), `entry ${n + 1}`, name),
    );
  const lines = text.split('\n').map((line) => line.trim());
  return lines.flatMap((line, n) => (line === '' ? [] : [objectAt(line, `line ${n + 1}`, name)]));
}

function objectAt(text: string, where: string, name: string): string {
  const read = jsonOf(text);
  if (isObject(read)) return text;
  if (read === tooDeep)
    throw new UsageError([`${name}, ${where}: it ${nestedTooDeep}. Nothing of the file is kept.`]);
  throw new UsageError([`${name}, ${where}: it is no JSON object. Nothing of the file is kept.`]);
}

const tooDeep = Symbol('nested too deep');

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined: it is not JSON. */
function jsonOf(text: string): unknown {
  try {
    return exactJson(text);
  } catch (error) {
    return error instanceof JsonTooDeep ? tooDeep : undefined;
  }
}
