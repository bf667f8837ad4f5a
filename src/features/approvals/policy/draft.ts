import { z } from 'zod';
import { foreignMark, readInteger, readMoney } from '../../../core/text/number.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { roles } from '../../../core/tokens/permission.ts';
import type { Group, Rule, Stage } from './model.ts';

const text = z.string().max(200, 'That is too long.').nullable();

/** The value of "any" in a menu: an option needs a value. */
export const anyChoice = 'any';

const stage = {
  needs: text,
  role: z.enum([anyChoice, ...roles]),
  department: z.enum([anyChoice, ...departments]),
  /** Slack users. */
  people: z.array(z.string()),
};

/** The approvers of one stage, as they are filled in. */
export const stageDraft = z.object({
  needs1: stage.needs,
  role1: stage.role,
  department1: stage.department,
  people1: stage.people,
});

/** A rule as it is filled in; `readRule` judges what the inputs say. */
export const ruleDraft = stageDraft.extend({
  name: z.string('Give it a name.').trim().min(1, 'Give it a name.').max(75, 'Say it shorter.'),
  kind: z.string(),
  quantityAtMost: text,
  amountAtMost: text,
  dayQuantityAtMost: text,
  dayAmountAtMost: text,
  location: z.string(),
  supplier: text,
  requesterAtLeast: z.enum([anyChoice, ...roles]),
  who: z.enum(['nobody', 'people'], 'Say whether somebody has to say yes.'),
  needs2: stage.needs,
  role2: stage.role,
  department2: stage.department,
  people2: stage.people,
  breakGlass: z.array(z.string()),
  directly: z.array(z.string()),
});

export type StageDraft = z.output<typeof stageDraft>;
export type RuleDraft = z.output<typeof ruleDraft>;

/** What a draft is read with. */
export interface DraftContext {
  readonly currency: string;
  readonly suppliers: readonly string[];
  /** The person of a Slack user; absent: unknown. */
  readonly personOf: ReadonlyMap<string, string>;
  /** Stages beyond those of the form, which stay as they are. */
  readonly laterStages: readonly Stage[];
}

export type DraftNo =
  | 'is too much'
  | 'is not in whole units'
  | 'is less than a unit'
  | 'is no amount'
  | 'is in another currency'
  | 'is not above nothing'
  | 'is no number of people'
  | 'is less than a person'
  | 'names somebody unknown';

/** The code of each input that cannot be read. */
export type DraftFaults = Readonly<Record<string, DraftNo>>;

export type ReadDraft<T> = { readonly value: T } | { readonly faults: DraftFaults };

export function readRule(draft: RuleDraft, context: DraftContext): ReadDraft<Rule> {
  const faults: Record<string, DraftNo> = {};
  const bound = <T>(field: keyof RuleDraft, read: (text: string) => ReadInput<T>) =>
    readInput(faults, field, draft[field] as string | null, read);
  const money = (text: string) => readAmount(text, context.currency);
  const when = {
    kind: chosen(draft.kind),
    quantityAtMost: bound('quantityAtMost', readUnits),
    amountAtMost: bound('amountAtMost', money),
    dayQuantityAtMost: bound('dayQuantityAtMost', readUnits),
    dayAmountAtMost: bound('dayAmountAtMost', money),
    location: chosen(draft.location),
    supplier: draft.supplier && asInCatalogue(draft.supplier, context.suppliers),
    requesterAtLeast: chosen(draft.requesterAtLeast),
  };
  const stages = draft.who === 'nobody' ? [] : readStages(draft, context, faults);
  if (Object.keys(faults).length > 0) return { faults };
  const breakGlass = draft.breakGlass.length > 0;
  const directly = draft.directly.length > 0;
  return { value: { name: draft.name, when, stages, breakGlass, ...(directly && { directly }) } };
}

export function readStage(draft: StageDraft, context: Pick<DraftContext, 'personOf'>): ReadDraft<Stage> {
  const faults: Record<string, DraftNo> = {};
  const value = stageOf(draft, context, faults, 1);
  return Object.keys(faults).length > 0 ? { faults } : { value };
}

function readStages(
  draft: RuleDraft,
  context: DraftContext,
  faults: Record<string, DraftNo>,
): readonly Stage[] {
  const second = {
    needs1: draft.needs2,
    role1: draft.role2,
    department1: draft.department2,
    people1: draft.people2,
  };
  return [
    stageOf(draft, context, faults, 1),
    ...(isEmpty(second) ? [] : [stageOf(second, context, faults, 2)]),
    ...context.laterStages,
  ];
}

function isEmpty({ needs1, role1, department1, people1 }: StageDraft): boolean {
  return needs1 === null && role1 === anyChoice && department1 === anyChoice && people1.length === 0;
}

function stageOf(
  { needs1, role1, department1, people1 }: StageDraft,
  { personOf }: Pick<DraftContext, 'personOf'>,
  faults: Record<string, DraftNo>,
  n: number,
): Stage {
  const people = people1.flatMap((slackUser) => personOf.get(slackUser) ?? []);
  if (people.length < people1.length) faults[`people${n}`] = 'names somebody unknown';
  const of: Group = { role: chosen(role1), department: chosen(department1), people: [...new Set(people)] };
  return { needs: readInput(faults, `needs${n}`, needs1, readHeads) ?? 1, of };
}

type ReadInput<T> = { readonly value: T } | { readonly no: DraftNo };

/** Null for an empty input, and for one that cannot be read, whose code is added to `faults`. */
function readInput<T>(
  faults: Record<string, DraftNo>,
  field: string,
  text: string | null,
  read: (text: string) => ReadInput<T>,
): T | null {
  if (text === null || text.trim() === '') return null;
  const input = read(text);
  if ('value' in input) return input.value;
  faults[field] = input.no;
  return null;
}

const mostUnits = 2_000_000_000;
const mostMinor = 999_999_999_999_999_999n;

function readUnits(text: string): ReadInput<number> {
  const parsed = readInteger(text, 'point');
  if ('reason' in parsed)
    return { no: parsed.reason === 'is too large' ? 'is too much' : 'is not in whole units' };
  if (parsed.value < 1) return { no: 'is less than a unit' };
  return parsed.value > mostUnits ? { no: 'is too much' } : { value: parsed.value };
}

function readAmount(text: string, currency: string): ReadInput<string> {
  if (foreignMark(text, currency) !== null) return { no: 'is in another currency' };
  const parsed = readMoney(text, currency, 'point');
  if ('reason' in parsed) return { no: parsed.reason === 'is too large' ? 'is too much' : 'is no amount' };
  if (parsed.value < 1n) return { no: 'is not above nothing' };
  return parsed.value > mostMinor ? { no: 'is too much' } : { value: String(parsed.value) };
}

function readHeads(text: string): ReadInput<number> {
  const parsed = readInteger(text, 'point');
  if ('reason' in parsed)
    return { no: parsed.reason === 'is too large' ? 'is too much' : 'is no number of people' };
  return parsed.value < 1 ? { no: 'is less than a person' } : { value: parsed.value };
}

function chosen<T extends string>(choice: T): Exclude<T, typeof anyChoice> | null {
  return choice === anyChoice ? null : (choice as Exclude<T, typeof anyChoice>);
}

/** A supplier in the catalogue's spelling, whatever case was typed. */
function asInCatalogue(typed: string, suppliers: readonly string[]): string {
  const plain = (name: string) => name.trim().toLowerCase();
  return suppliers.find((name) => plain(name) === plain(typed)) ?? typed.trim();
}
