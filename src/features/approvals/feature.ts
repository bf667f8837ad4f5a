import { defineFeature } from '../../core/declare/feature.ts';
import { askApproval } from './asking/request-approval.ts';
import { askFreely } from './asking/request-free-form.ts';
import { moveRule, removeRule, saveRest, saveRule } from './policy/change.ts';
import { delegate, endDelegation } from './delegation/delegate.ts';
import { delegationSamples } from './delegation/samples.ts';
import {
  delegationClicks,
  delegationDrawings,
  delegationForms,
  delegationVerbs,
} from './delegation/slack.ts';
import { digest } from './inbox/digest.ts';
import { expireApproval } from './timekeeping/expire.ts';
import { noteFailure, noteStalled } from './outcome/failure.ts';
import { finder } from './inbox/find.ts';
import { forms, shortcuts } from './card/form-slack.ts';
import { freeFormApproval } from './asking/free-form.ts';
import { getApproval, getStep, openApproval } from './card/get.ts';
import { getPolicy, listPolicies, openPolicy } from './policy/get.ts';
import { override } from './voting/override.ts';
import { home } from './inbox/home.ts';
import { listPage, listPendingOf } from './inbox/list.ts';
import { getDelegation, listDelegations } from './delegation/list.ts';
import { moveMerged } from './request/move-requests.ts';
import { openToAnswer, openToAsk, openToBreakGlass, openToReject } from './card/open-form.ts';
import { mentioner, pendingClicks } from './inbox/pending-slack.ts';
import {
  askForApprovals,
  breakGlass,
  changePolicy,
  decideApprovals,
  keepApprovals,
  seeApprovals,
} from './permissions.ts';
import { setup } from './policy/checks.ts';
import { policySamples } from './policy/samples.ts';
import { policyClicks, policyForms, policyVerbs } from './policy/slack.ts';
import { answerQuestion, askQuestion } from './voting/question.ts';
import { remindApprovers } from './timekeeping/remind.ts';
import { giveUp, tryAgain } from './execution/retry.ts';
import { stateTable } from './request/model.ts';
import { runApproved, runJobHandler } from './execution/run.ts';
import { samples } from './samples.ts';
import { findApprovals } from './inbox/search.ts';
import { clicks, drawings, verbs } from './slack.ts';
import { endUndo, undoApproval } from './execution/undo.ts';
import { vote } from './voting/vote.ts';
import { withdraw } from './voting/withdraw.ts';

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
