import { defineFeature } from '../../core/declare/feature.ts';
import { aboutIssue } from './card/about.ts';
import { finder } from './card/find.ts';
import { forms } from './card/form-slack.ts';
import { mentioner } from './card/links-slack.ts';
import { shortcuts } from './card/raise-slack.ts';
import { formSamples } from './form-samples.ts';
import {
  getEvent,
  getIssue,
  getIssues,
  openIssue,
  openToDirect,
  openToFinish,
  openToNote,
} from './issue/get.ts';
import { baseKinds } from './issue/kinds.ts';
import { stateTable } from './issue/model.ts';
import { moveMerged } from './issue/move-issues.ts';
import { assignIssue } from './lifecycle/assign.ts';
import { closeAfterWeek, closeIssue } from './lifecycle/close.ts';
import { passDeadline } from './lifecycle/deadline.ts';
import { endSnooze } from './lifecycle/end-snooze.ts';
import { addFollowUp } from './lifecycle/follow-up.ts';
import { addNote } from './lifecycle/note.ts';
import { changePromise } from './lifecycle/promise.ts';
import { raiseIssue } from './lifecycle/raise.ts';
import { releaseDeparted } from './lifecycle/release-departed.ts';
import { remindOfPromise } from './lifecycle/remind.ts';
import { reopenIssue } from './lifecycle/reopen.ts';
import { resolveIssue, resolveMatter } from './lifecycle/resolve.ts';
import { archiveAfterWeek, archiveRoomJob, noteRoom, openRoom, openRoomJob } from './lifecycle/room.ts';
import { changeSeverity } from './lifecycle/severity.ts';
import { snoozeIssue } from './lifecycle/snooze.ts';
import { takeIssue } from './lifecycle/take.ts';
import { findLinkedIssues, listLinkedIssues } from './links/find-links.ts';
import { linkStates } from './links/link-states.ts';
import { nameLink } from './links/name-link.ts';
import { digest } from './list/digest.ts';
import { exportIssues } from './list/export.ts';
import { home } from './list/home.ts';
import { findIssues, homeDepartment, listPage } from './list/list.ts';
import { partSamples } from './part-samples.ts';
import { directIssues, keepIssues, raiseIssues, seeIssues, workOnIssues } from './permissions.ts';
import { addStep } from './playbooks/add-step.ts';
import { skipStep, tickStep } from './playbooks/finish-step.ts';
import { stepTable } from './playbooks/model.ts';
import { openToSkip } from './playbooks/open-to-skip.ts';
import { remindOfSteps } from './playbooks/remind-steps.ts';
import { startPlaybook } from './playbooks/start.ts';
import { remindMissingReview } from './review/remind-missing-review.ts';
import { openReview, openToReview, writeReview } from './review/write.ts';
import { samples } from './samples.ts';
import { clicks, drawings, verbs } from './slack.ts';
import { timelineOf } from './timeline/read.ts';

/** Trouble and tasks: raised anywhere, owned by somebody, seen to the end. */
export const issues = defineFeature({
  name: 'issues',
  title: 'Issues',
  permissions: [seeIssues, raiseIssues, workOnIssues, directIssues, keepIssues],
  operations: [
    getIssue,
    getIssues,
    aboutIssue,
    linkStates,
    findLinkedIssues,
    listLinkedIssues,
    openIssue,
    openToNote,
    openToFinish,
    openToDirect,
    openToSkip,
    getEvent,
    listPage,
    homeDepartment,
    findIssues,
    exportIssues,
    nameLink,
    raiseIssue,
    takeIssue,
    changePromise,
    assignIssue,
    changeSeverity,
    snoozeIssue,
    addNote,
    resolveIssue,
    resolveMatter,
    reopenIssue,
    closeIssue,
    openRoom,
    noteRoom,
    startPlaybook,
    tickStep,
    skipStep,
    addStep,
    addFollowUp,
    timelineOf,
    openReview,
    openToReview,
    writeReview,
  ],
  commands: [
    {
      name: 'issue',
      summary: 'Trouble and tasks, who is on them and until when',
      usageHint: 'new <what is wrong> | mine | 17 | find <words>',
    },
  ],
  verbs,
  clicks,
  forms,
  shortcuts,
  drawings,
  finders: [finder],
  home,
  digest,
  mentions: [mentioner],
  issueKinds: baseKinds,
  due: [
    remindOfPromise,
    passDeadline,
    endSnooze,
    closeAfterWeek,
    archiveAfterWeek,
    remindOfSteps,
    remindMissingReview,
  ],
  jobs: [openRoomJob, archiveRoomJob],
  follows: [releaseDeparted, moveMerged],
  states: [stateTable, stepTable],
  samples: { ...samples, ...partSamples },
  formSamples,
});
