import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold } from '../../../cases/hold.ts';
import { actingPersonOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { ApprovalHandler } from '../../../core/declare/approval.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { combined } from '../../../core/runtime/effects.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { colleagues } from '../../people/index.ts';
import { type Crowd, decidersNow, decidersWords } from '../electorate/deciders.ts';
import { crowdNow } from '../electorate/voters.ts';
import { runEffect } from '../outcome/effect.ts';
import { askForApprovals } from '../permissions.ts';
import { isAutomatic } from '../policy/match.ts';
import { namesAmong, shortageFor } from '../policy/staffing.ts';
import { stageWords } from '../policy/stage-words.ts';
import { beyondWords } from '../policy/wording.ts';
import { approvalCase } from '../request/case.ts';
import { approvalFacts } from '../request/facts-model.ts';
import { handlerOf } from '../request/kinds.ts';
import { type Approval, maxWhy, type State, stageOf } from '../request/model.ts';
import { approvalSentences, atMoment, whyNotUndo } from '../request/refusals.ts';
import { findApproval, insertApproval, updateApproval } from '../request/store.ts';
import { findSameWaiting, holdDayTotal } from './day-total-store.ts';
import { expiryFrom } from './expiry.ts';
import { matchPolicy } from './match-policy.ts';
import { channelOf, notifyApprovers } from './notify-approvers.ts';
import { hopelessSentence } from './refusals.ts';

export interface RequestOutcome {
  readonly id: string;
  readonly number: number;
  readonly state: State;
  /** One sentence for the requester. */
  readonly said: string;
}

/**
 * Requests something that may need a yes. Where the policy needs none, the effect runs at once, in this transaction.
 * Where nobody could say yes, the request is refused.
 */
export const requestApproval = mutation({
  name: 'approvals.ask',
  permission: askForApprovals,
  input: z.object({
    kind: z.string(),
    request: z.unknown(),
    why: z.string().trim().max(maxWhy, 'Say it shorter.').nullable(),
    /** The id of the request to undo; that request is held, so that there is one undo of it. */
    undoOf: z.uuid().optional(),
  }),
  async run(ctx, wish) {
    const reader = actingPersonOf(ctx);
    const { personId: requesterId } = reader;
    const handler = handlerOf(ctx, wish.kind);
    if (!handler) throw new Error(`No feature runs approvals of the kind ${wish.kind}.`);
    const { kind, about } = handler;
    const original = wish.undoOf ? await hold(ctx, approvalCase, wish.undoOf) : null;
    if (original) demand(whyNotUndo(original, reader), approvalSentences, original, reader);
    const request = kind.request.parse(wish.request);
    const reading = await about.read(ctx, request);
    const { measure, facts } = reading;
    const tally = { requesterId, kind: kind.id, subject: measure.subject };
    await holdDayTotal(ctx.tx, tally);
    const same = original ? null : await findSameWaiting(ctx.tx, tally, request, wish.why || null);
    if (same?.sameWhy) return { result: sameOutcome(ctx, same), changes: [] };
    const needsNoYes = about.needsNoYes?.(request, facts) ?? freeUndo(original, about, facts, requesterId);
    const undoOf = original?.id ?? null;
    const { version, chosen } = await matchPolicy(ctx, tally, measure, { needsNoYes, undoOf });
    const automatic = isAutomatic(chosen);
    const people = await colleagues(ctx.tx);
    const shortage = automatic ? null : shortageFor(chosen.stages, people, requesterId);
    if (shortage)
      throw new Refusal('conflict', hopelessSentence(shortage, chosen.stages, namesAmong(people)), {
        next: '`/approval policy` shows who decides what.',
      });
    const id = ctx.ids.uuid(ctx.now);
    const { location, quantity, amountMinor, supplier, subject } = measure;
    const hours = kind.expiresInWorkingHours;
    const number = await insertApproval(ctx.tx, {
      id,
      kind: kind.id,
      request,
      facts,
      subject,
      quantity,
      amountMinor,
      location,
      supplier,
      why: wish.why || null,
      requesterId,
      requestedAt: ctx.now,
      state: 'waiting',
      round: 1,
      stage: 0,
      policyVersion: version,
      policy: chosen,
      expiresAt: automatic ? null : await expiryFrom(ctx, ctx.now, { hours, location }),
      askedAt: ctx.now,
      reminders: 0,
      places: automatic ? [] : await channelOf(ctx),
      undoOfId: original?.id ?? null,
    });
    if (original) await updateApproval(ctx.tx, original, { undoneById: id });
    const undoing = { changes: [], facts: approvalFacts.changed(original ? [original.id] : []) };
    const approval = await inserted(ctx, id);
    const after = { number, kind: kind.id, rule: chosen.rule, policyVersion: version };
    if (!automatic) {
      const opened = await notifyApprovers(ctx, approval, { what: 'asked', quiet: true, after });
      const { beyond } = chosen;
      const why = beyond ? ` Needs a yes: ${beyondWords(beyond, ctx.workspace.currency)}.` : '';
      const twice = same ? ` Approval ${same.number} asks for the same already: both would happen.` : '';
      const said = `Approval ${number} waits for a yes from ${approverWords(approval, await crowdNow(ctx))}.${why}${twice}`;
      return {
        result: { id, number, state: 'waiting', said } satisfies RequestOutcome,
        ...combined(opened, undoing),
      };
    }
    const asked = await recordEvent(ctx, approvalCase, approval, { what: 'asked', quiet: true, after });
    const { said, ...done } = await passAutomatically(ctx, approval, handler, reading);
    return {
      result: { id, number, state: 'done', said } satisfies RequestOutcome,
      ...combined(asked, done, undoing),
    };
  },
});

/** Who made a change without a yes takes it back without one, as long as nothing has happened since. */
function freeUndo(
  original: Approval | null,
  about: ApprovalHandler['about'],
  now: unknown,
  requesterId: string,
): string | null {
  const isFree =
    original !== null &&
    original.requester.id === requesterId &&
    isAutomatic(original.policy) &&
    about.isAsLeft?.(original.request, original.facts, now) === true;
  return isFree ? 'undo of what needed no yes' : null;
}

/** Approves and runs a request that needs nobody's yes. */
async function passAutomatically(
  ctx: MutationContext,
  approval: Approval,
  ...[handler, reading]: [Parameters<typeof runEffect>[2], Parameters<typeof runEffect>[3]]
) {
  const note = `approved by policy '${approval.policy.rule}'`;
  await updateApproval(ctx.tx, approval, { state: 'approved', decidedAt: ctx.now });
  const passed = await recordEvent(ctx, approvalCase, approval, {
    what: 'automatic',
    note,
    quiet: true,
    before: { state: 'waiting' },
    after: { state: 'approved' },
  });
  const { said, ...effects } = await runEffect(ctx, { ...approval, state: 'approved' }, handler, reading);
  return { ...combined(passed, effects), said };
}

/** "a manager: Ada or Omar". */
function approverWords(approval: Approval, crowd: Crowd): string {
  const stage = stageOf(approval);
  if (!stage) return 'nobody';
  const names = decidersWords(decidersNow(approval, crowd).slice(0, 5)).replace(/,$/, '');
  return `${stageWords(stage, namesAmong(crowd.people))}: ${names}`;
}

/** A second press of the same button makes no second request. */
function sameOutcome(
  ctx: MutationContext,
  same: { readonly id: string; readonly number: number; readonly state: State; readonly requestedAt: Date },
): RequestOutcome {
  const { id, number, state, requestedAt } = same;
  const at = atMoment(requestedAt, { timeZone: ctx.actor.timeZone, now: ctx.now });
  return { id, number, state, said: `You asked for that ${at}: approval ${number} waits for a yes.` };
}

async function inserted(ctx: MutationContext, id: string): Promise<Approval> {
  const approval = await findApproval(ctx.tx, id);
  if (!approval) throw new Error(`Approval ${id} is gone within its own transaction.`);
  return approval;
}
