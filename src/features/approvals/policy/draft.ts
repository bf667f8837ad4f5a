import { z } from 'zod';
import { minorDigits } from '../../../core/text/money.ts';
import { readInteger, readMoney } from '../../../core/text/number.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { roles } from '../../../core/tokens/permission.ts';
import type { Group, Rule, Stage } from './model.ts';

const text = z.string().max(200, 'That is too long.').nullable();

/** What a menu says where it does not matter: an option has to have a value. */
export const noMatter = 'any';

const stage = {
  needs: text,
  role: z.enum([noMatter, ...roles]),
  department: z.enum([noMatter, ...departments]),
  /** Slack users. */
  people: z.array(z.string()),
};

/** Who decides, as it is filled in. */
export const stageDraft = z.object({
  needs1: stage.needs,
  role1: stage.role,
  department1: stage.department,
  people1: stage.people,
});

/** A rule as it is filled in; what is in it is judged by `readRule`. */
export const ruleDraft = stageDraft.extend({
  name: z.string('Give it a name.').trim().min(1, 'Give it a name.').max(75, 'Say it shorter.'),
  kind: z.string(),
  quantityAtMost: text,
  amountAtMost: text,
  dayQuantityAtMost: text,
  dayAmountAtMost: text,
  location: z.string(),
  supplier: text,
  requesterAtLeast: z.enum([noMatter, ...roles]),
  who: z.enum(['nobody', 'people'], 'Say whether somebody has to say yes.'),
  needs2: stage.needs,
  role2: stage.role,
  department2: stage.department,
  people2: stage.people,
  breakGlass: z.array(z.string()),
});

export type StageDraft = z.output<typeof stageDraft>;
export type RuleDraft = z.output<typeof ruleDraft>;

export interface Reading {
  readonly currency: string;
  readonly suppliers: readonly string[];
  /** The person of a Slack user; absent: unknown. */
  readonly personOf: ReadonlyMap<string, string>;
  /** Stages beyond those of the form, which stay as they are. */
  readonly laterStages: readonly Stage[];
}

/** What was read, or the sentence that belongs to each input. */
export type Read<T> = { readonly value: T } | { readonly fields: Readonly<Record<string, string>> };

export function readRule(draft: RuleDraft, reading: Reading): Read<Rule> {
  const fields: Record<string, string> = {};
  const bound = <T>(field: keyof RuleDraft, read: (text: string) => Judged<T>) =>
    readField(fields, field, draft[field] as string | null, read);
  const money = (text: string) => readAmount(text, reading.currency);
  const when = {
    kind: matters(draft.kind),
    quantityAtMost: bound('quantityAtMost', readUnits),
    amountAtMost: bound('amountAtMost', money),
    dayQuantityAtMost: bound('dayQuantityAtMost', readUnits),
    dayAmountAtMost: bound('dayAmountAtMost', money),
    location: matters(draft.location),
    supplier: draft.supplier && spelt(draft.supplier, reading.suppliers),
    requesterAtLeast: matters(draft.requesterAtLeast),
  };
  const stages = draft.who === 'nobody' ? [] : readStages(draft, reading, fields);
  if (Object.keys(fields).length > 0) return { fields };
  return { value: { name: draft.name, when, stages, breakGlass: draft.breakGlass.length > 0 } };
}

export function readStage(draft: StageDraft, reading: Pick<Reading, 'personOf'>): Read<Stage> {
  const fields: Record<string, string> = {};
  const value = stageOf(draft, reading, fields, 1);
  return Object.keys(fields).length > 0 ? { fields } : { value };
}

function readStages(draft: RuleDraft, reading: Reading, fields: Record<string, string>): readonly Stage[] {
  const second = {
    needs1: draft.needs2,
    role1: draft.role2,
    department1: draft.department2,
    people1: draft.people2,
  };
  return [
    stageOf(draft, reading, fields, 1),
    ...(isEmpty(second) ? [] : [stageOf(second, reading, fields, 2)]),
    ...reading.laterStages,
  ];
}

function isEmpty({ needs1, role1, department1, people1 }: StageDraft): boolean {
  return needs1 === null && role1 === noMatter && department1 === noMatter && people1.length === 0;
}

function stageOf(
  { needs1, role1, department1, people1 }: StageDraft,
  { personOf }: Pick<Reading, 'personOf'>,
  fields: Record<string, string>,
  n: number,
): Stage {
  const people = people1.flatMap((slackUser) => personOf.get(slackUser) ?? []);
  if (people.length < people1.length)
    fields[`people${n}`] = 'I do not know all of them yet: they are known after their first command.';
  const of: Group = { role: matters(role1), department: matters(department1), people: [...new Set(people)] };
  return { needs: readField(fields, `needs${n}`, needs1, readHeads) ?? 1, of };
}

type Judged<T> = { readonly value: T } | { readonly sentence: string };

/** Nothing for what is empty, or not to be read; then its sentence is noted. */
function readField<T>(
  fields: Record<string, string>,
  field: string,
  text: string | null,
  read: (text: string) => Judged<T>,
): T | null {
  if (text === null || text.trim() === '') return null;
  const judged = read(text);
  if ('value' in judged) return judged.value;
  fields[field] = judged.sentence;
  return null;
}

const mostUnits = 2_000_000_000;
const mostMinor = 999_999_999_999_999_999n;
const tooMuch = { sentence: 'That is too much.' };

function readUnits(text: string): Judged<number> {
  const parsed = readInteger(text, 'point');
  if ('reason' in parsed)
    return parsed.reason === 'is too large' ? tooMuch : { sentence: 'Say whole units, such as 50.' };
  if (parsed.value < 1) return { sentence: 'Say at least one unit.' };
  return parsed.value > mostUnits ? tooMuch : { value: parsed.value };
}

function readAmount(text: string, currency: string): Judged<string> {
  const parsed = readMoney(text, currency, 'point');
  if ('reason' in parsed) {
    if (parsed.reason === 'is too large') return tooMuch;
    const digits = minorDigits(currency);
    return {
      sentence: `Say an amount such as ${digits === 0 ? '1,250' : `1,250.${'50'.padEnd(digits, '0').slice(0, digits)}`}.`,
    };
  }
  if (parsed.value < 1n) return { sentence: 'Say an amount above nothing.' };
  return parsed.value > mostMinor ? tooMuch : { value: String(parsed.value) };
}

function readHeads(text: string): Judged<number> {
  const parsed = readInteger(text, 'point');
  if ('reason' in parsed)
    return parsed.reason === 'is too large' ? tooMuch : { sentence: 'Say how many people, such as 2.' };
  return parsed.value < 1 ? { sentence: 'Say at least one person.' } : { value: parsed.value };
}

function matters<T extends string>(chosen: T): Exclude<T, typeof noMatter> | null {
  return chosen === noMatter ? null : (chosen as Exclude<T, typeof noMatter>);
}

/** A supplier as the catalogue spells it, whatever the case. */
function spelt(typed: string, suppliers: readonly string[]): string {
  const plain = (name: string) => name.trim().toLowerCase();
  return suppliers.find((name) => plain(name) === plain(typed)) ?? typed.trim();
}
