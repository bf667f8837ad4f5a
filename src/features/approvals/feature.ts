import { defineFeature } from '../../core/feature.ts';
import { askApproval } from './ask.ts';
import { askFreely } from './ask-freely.ts';
import { moveRule, removeRule, saveRest, saveRule } from './change-policy.ts';
import { delegate, endDelegation } from './delegate.ts';
import { delegationSamples } from './delegation-samples.ts';
import {
  delegationClicks,
  delegationDrawings,
  delegationForms,
  delegationVerbs,
} from './delegation-slack.ts';
import { digest } from './digest.ts';
import { expireApproval } from './expire.ts';
import { noteFailure, noteStalled } from './failure.ts';
import { finder } from './find.ts';
import { forms, shortcuts } from './form-slack.ts';
import { freeFormApproval } from './free-form.ts';
import { getApproval, getStep, openApproval } from './get.ts';
import { getPolicy, listPolicies, openPolicy } from './get-policy.ts';
import { override } from './glass.ts';
import { home } from './home.ts';
import { listPage, listPendingOf } from './list.ts';
import { getDelegation, listDelegations } from './list-delegations.ts';
import { moveMerged } from './merged.ts';
import { openToAnswer, openToAsk, openToBreakGlass, openToReject } from './open-form.ts';
import { mentioner, pendingClicks } from './pending-slack.ts';
import {
  askForApprovals,
  breakGlass,
  changePolicy,
  decideApprovals,
  keepApprovals,
  seeApprovals,
} from './permissions.ts';
import { setup } from './policy-checks.ts';
import { policySamples } from './policy-samples.ts';
import { policyClicks, policyForms, policyVerbs } from './policy-slack.ts';
import { answerQuestion, askQuestion } from './question.ts';
import { remindApprovers } from './remind.ts';
import { giveUp, tryAgain } from './retry.ts';
import { stateTable } from './rules.ts';
import { runApproved, runJobHandler } from './run.ts';
import { samples } from './samples.ts';
import { findApprovals } from './search.ts';
import { clicks, drawings, verbs } from './slack.ts';
import { endUndo, undoApproval } from './undo.ts';
import { vote } from './vote.ts';
import { withdraw } from './withdraw.ts';

/** What needs a yes before it is done: asked for, decided once, and done once. */
export const approvals = defineFeature({
  name: 'approvals',
  title: 'Approvals',
  permissions: [seeApprovals, askForApprovals, decideApprovals, breakGlass, changePolicy, keepApprovals],
  operations: [
    getApproval,
    openApproval,
    openToReject,
    openToAsk,
    openToAnswer,
    openToBreakGlass,
    getStep,
    listPage,
    findApprovals,
    listPendingOf,
    askApproval,
    askFreely,
    vote,
    override,
    askQuestion,
    answerQuestion,
    withdraw,
    tryAgain,
    giveUp,
    undoApproval,
    runApproved,
    noteFailure,
    getPolicy,
    openPolicy,
    listPolicies,
    saveRule,
    moveRule,
    removeRule,
    saveRest,
    delegate,
    endDelegation,
    listDelegations,
    getDelegation,
  ],
  commands: [
    {
      name: 'approval',
      summary: 'What waits for a yes, and who gives it',
      usageHint: 'mine | new | 12 | policy | delegate',
    },
  ],
  verbs: [...verbs, ...policyVerbs, ...delegationVerbs],
  clicks: [...clicks, ...pendingClicks, ...policyClicks, ...delegationClicks],
  forms: [...forms, ...policyForms, ...delegationForms],
  shortcuts,
  drawings: [...drawings, ...delegationDrawings],
  finders: [finder],
  home,
  digest,
  mentions: [mentioner],
  follows: [moveMerged],
  approvals: [freeFormApproval],
  due: [remindApprovers, expireApproval, noteStalled, endUndo],
  jobs: [runJobHandler],
  states: [stateTable],
  setup,
  samples: { ...samples, ...policySamples, ...delegationSamples },
});
