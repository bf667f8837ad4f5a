import type { Change } from '../../../core/runtime/change.ts';
import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { moment } from '../../../core/time/reader.ts';
import type { JsonObject } from '../../../core/tokens/json.ts';
import { knownIn, policyInForce } from './in-force.ts';
import type { Policy, Rule, Stage } from './model.ts';
import type { Fault, Version } from './seen.ts';
import { insertVersion, listVersions } from './store.ts';
import { faultsOf, type Known } from './validation.ts';

/** What is to become of the policy. */
export interface Amendment {
  readonly policy: Policy;
  /** One line for the history. */
  readonly note: string;
  /** The rule that was filled in: its faults stand beside its inputs. */
  readonly filledIn?: number | 'otherwise';
  readonly before: Rule | Stage | null;
  readonly after: Rule | Stage | null;
}

/**
 * Saves a policy as a new version, if the one that was looked at is still in force and the new one has no faults that
 * were not there before. What went wrong by itself, such as somebody who left, does not keep others from changing the rest.
 */
export async function amend(
  ctx: MutationContext,
  opened: number,
  change: (policy: Policy, known: Awaited<ReturnType<typeof knownIn>>) => Amendment | Promise<Amendment>,
): Promise<{ readonly result: number; readonly changes: readonly Change[] }> {
  const { version, policy } = await policyInForce(ctx);
  if (version !== opened) throw await outdated(ctx);
  const known = await knownIn(ctx);
  const amended = await change(policy, known);
  demandSound(policy, amended, known.known);
  const saved = await insertVersion(ctx.tx, {
    version: version + 1,
    policy: amended.policy,
    changedById: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    changedAt: ctx.now,
    note: amended.note,
  });
  if (!saved) throw await outdated(ctx);
  return {
    result: version + 1,
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

async function outdated(ctx: MutationContext): Promise<Refusal> {
  const [changed = null] = await listVersions(ctx.tx, null, 1);
  return whyOutdated(ctx, changed);
}

/** Somebody was faster. */
export function whyOutdated(
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  changed: Version | null,
): Refusal {
  const who = changed?.changedBy ?? 'Somebody';
  const when = changed ? ` at ${moment(changed.changedAt, now, actor.timeZone)}` : '';
  return new Refusal('conflict', `${who} changed the policy${when}: look again.`, {
    next: '`/approval policy` shows it as it is now.',
  });
}

function demandSound(before: Policy, { policy, filledIn }: Amendment, known: Known): void {
  const faults = faultsOf(policy, known);
  const own = faults.filter(({ rule }) => rule === filledIn);
  const [first] = own;
  if (first) {
    const fields = Object.fromEntries(own.map(({ field, sentence }) => [field, sentence]));
    throw new Refusal('invalid', first.sentence, { fields });
  }
  const old = new Set(faultsOf(before, known).map((fault) => nameOf(fault, before)));
  const fresh = faults.find((fault) => !old.has(nameOf(fault, policy)));
  if (!fresh) return;
  const rule = fresh.rule === 'otherwise' ? null : policy.rules[fresh.rule];
  const whose = rule ? `rule “${rule.name}”` : 'what no rule matches';
  throw new Refusal('invalid', `That would break ${whose}. ${fresh.sentence}`, {});
}

/** What a fault is known by when rules have moved. */
function nameOf({ rule, field }: Fault, { rules }: Policy): string {
  return `${rule === 'otherwise' ? rule : `rule ${rules[rule]?.name}`} ${field}`;
}
