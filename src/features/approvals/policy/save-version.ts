import { refusalFor } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import type { Change } from '../../../core/runtime/change.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { JsonObject } from '../../../core/tokens/json.ts';
import { differences } from './diff.ts';
import type { Fault } from './fault-model.ts';
import { policyInForce, referencesIn } from './in-force.ts';
import type { Policy, Rule, Stage } from './model.ts';
import { breakageSentence, faultSentence, versionSentences } from './refusals.ts';
import { namesAmong } from './staffing.ts';
import { insertVersion, listVersions } from './store.ts';
import { faultsOf, type References } from './validation.ts';

/** A change of the policy. */
export interface Amendment {
  /** The policy after the change. */
  readonly policy: Policy;
  /** One line for the history. */
  readonly note: string;
  /** The rule that was filled in: its faults stand beside its inputs. */
  readonly filledIn?: number | 'otherwise';
  readonly before: Rule | Stage | null;
  readonly after: Rule | Stage | null;
}

/** The version that is in force then, and whether it is a new one. */
export interface Saved {
  readonly version: number;
  readonly changed: boolean;
}

/**
 * Saves a changed policy as a new version, if `opened` is still in force and the change adds no faults. Faults that
 * came by themselves, such as somebody leaving, do not keep anybody from changing other rules.
 */
export async function amend(
  ctx: MutationContext,
  opened: number,
  change: (
    policy: Policy,
    references: Awaited<ReturnType<typeof referencesIn>>,
  ) => Amendment | Promise<Amendment>,
): Promise<{ readonly result: Saved; readonly changes: readonly Change[] }> {
  const { version, policy } = await policyInForce(ctx);
  if (version !== opened) throw await changedSince(ctx);
  const found = await referencesIn(ctx);
  const amended = await change(policy, found);
  demandNoNewFaults(policy, amended, found.references);
  const { removed, added } = differences(policy, amended.policy);
  const isMoved = policy.rules.length === amended.policy.rules.length && amended.before === amended.after;
  const isSame = [removed, added].every(({ rules, otherwise }) => rules.length === 0 && otherwise === null);
  if (isSame && !isMoved) return { result: { version, changed: false }, changes: [] };
  const saved = await insertVersion(ctx.tx, {
    version: version + 1,
    policy: amended.policy,
    changedById: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    changedAt: ctx.now,
    note: amended.note,
  });
  if (!saved) throw await changedSince(ctx);
  return {
    result: { version: version + 1, changed: true },
    changes: [
      {
        subject: { kind: 'approval-policy', id: String(version + 1) },
        before: { version, changed: json(amended.before) },
        after: { version: version + 1, changed: json(amended.after) },
        reason: amended.note,
      },
    ],
  };
}

function json(part: Rule | Stage | null): JsonObject | null {
  return part as unknown as JsonObject | null;
}

async function changedSince(ctx: MutationContext): Promise<Refusal> {
  const [changed = null] = await listVersions(ctx.tx, null, 1);
  return refusalFor('was changed since', versionSentences, changed, actingReaderOf(ctx));
}

function demandNoNewFaults(before: Policy, { policy, filledIn }: Amendment, references: References): void {
  const nameOf = namesAmong(references.people);
  const faults = faultsOf(policy, references);
  const own = faults.filter(({ rule }) => rule === filledIn);
  const [first] = own;
  if (first) {
    const fields = Object.fromEntries(own.map((fault) => [fault.field, faultSentence(fault, nameOf)]));
    throw new Refusal('invalid', faultSentence(first, nameOf), { fields });
  }
  const known = new Set(faultsOf(before, references).map((fault) => keyOf(fault, before)));
  const added = faults.find((fault) => !known.has(keyOf(fault, policy)));
  if (!added) return;
  const rule = added.rule === 'otherwise' ? null : policy.rules[added.rule];
  throw new Refusal('invalid', breakageSentence(added, rule?.name ?? null, nameOf));
}

/** Identifies a fault by the name of its rule: rules move. */
function keyOf({ rule, field }: Fault, { rules }: Policy): string {
  return `${rule === 'otherwise' ? rule : `rule ${rules[rule]?.name}`} ${field}`;
}
