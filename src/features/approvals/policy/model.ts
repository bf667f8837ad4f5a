import { z } from 'zod';
import { departments } from '../../../core/tokens/departments.ts';
import { roles } from '../../../core/tokens/permission.ts';

/** Whole minor units, written out: JSON has no bigint. */
const minor = z.string().regex(/^[1-9]\d{0,17}$/, 'Enter an amount above 0.');
const units = z
  .int('Say whole units.')
  .min(1, 'Say at least one unit.')
  .max(2_000_000_000, 'That is too much.');

/** People who may say yes: those with at least the role, in the department if one is given, and those named. */
export const groupShape = z.object({
  role: z.enum(roles).nullable(),
  department: z.enum(departments).nullable(),
  people: z.array(z.uuid()).readonly(),
});

export const stageShape = z.object({ needs: z.int().min(1), of: groupShape });

/** The conditions of a rule. Null: any value. Bounds are inclusive. */
export const conditionsShape = z.object({
  kind: z.string().nullable(),
  quantityAtMost: units.nullable(),
  amountAtMost: minor.nullable(),
  /** The total of the same person, kind and subject over 24 hours, this request included. */
  dayQuantityAtMost: units.nullable(),
  dayAmountAtMost: minor.nullable(),
  location: z.string().nullable(),
  supplier: z.string().nullable(),
  requesterAtLeast: z.enum(roles).nullable(),
});

export const ruleShape = z.object({
  name: z.string().trim().min(1, 'Give it a name.').max(75, 'Say it shorter.'),
  when: conditionsShape,
  /** Empty: requests are approved automatically. */
  stages: z.array(stageShape).max(4).readonly(),
  /** Whether a manager may override in an emergency, with a reason that everybody reads. */
  breakGlass: z.boolean(),
  /** Whether approvers also get the card as a direct message, beside the channel's. */
  directly: z.boolean().optional(),
});

export const policyShape = z.object({
  rules: z.array(ruleShape).max(60).readonly(),
  /** The default approvers: they decide what no rule matches. */
  otherwise: stageShape,
});

export type Group = z.output<typeof groupShape>;
export type Stage = z.output<typeof stageShape>;
export type Conditions = z.output<typeof conditionsShape>;
export type Rule = z.output<typeof ruleShape>;
export type Policy = z.output<typeof policyShape>;
