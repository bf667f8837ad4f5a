import type { Follower } from '../runtime/followers.ts';
import type { Operation } from '../runtime/operation.ts';
import type { Connector } from '../tokens/connector.ts';
import type { FactFamily, Kpi, LackingKpi } from '../tokens/fact.ts';
import type { IssueKind } from '../tokens/issue-kind.ts';
import type { Permission } from '../tokens/permission.ts';
import type { StateTable } from '../tokens/states.ts';
import type { ApprovalHandler } from './approval.ts';
import type { Check } from './check.ts';
import type { ClickHandler } from './click.ts';
import type { Command, Verb } from './command.ts';
import type { DigestSection } from './digest.ts';
import type { Drawing } from './drawing.ts';
import type { DueHandler } from './due.ts';
import type { Finder } from './finder.ts';
import type { FormHandler } from './form.ts';
import type { HomeSection } from './home.ts';
import type { ImportKind } from './import.ts';
import type { JobHandler } from './job.ts';
import type { FactTable } from './kpi.ts';
import type { BulkHandler } from './lists/bulk.ts';
import type { ListHandler } from './lists/listing.ts';
import type { Mentioner } from './mention.ts';
import type { FormSamples, Samples } from './sample.ts';
import type { ScheduleKind } from './schedule.ts';
import type { Shortcut } from './shortcut.ts';
import type { Suggester } from './suggestion.ts';
import type { WorkHandler } from './work.ts';

/** The parts of a feature: plain data, free of side effects on import. */
export interface Feature {
  readonly name: string;
  /** For people, such as "Stock". */
  readonly title: string;
  readonly permissions: readonly Permission[];
  readonly operations: readonly Operation<never, unknown>[];
  readonly commands?: readonly Command[];
  readonly verbs?: readonly Verb[];
  readonly clicks?: readonly ClickHandler[];
  readonly forms?: readonly FormHandler[];
  /** Suggestions in the searches of its forms. */
  readonly suggestions?: readonly Suggester[];
  readonly shortcuts?: readonly Shortcut[];
  readonly finders?: readonly Finder[];
  readonly mentions?: readonly Mentioner[];
  /** Kinds of issues about its things. */
  readonly issueKinds?: readonly IssueKind[];
  /** Sources outside that act by themselves, with what they may do. */
  readonly connectors?: readonly Connector[];
  readonly imports?: readonly ImportKind[];
  /** Lists that can be had as files, and acted on as a whole. */
  readonly lists?: readonly ListHandler[];
  /** What can be done with whole selections. */
  readonly bulks?: readonly BulkHandler[];
  /** What its KPIs are counted from. */
  readonly facts?: readonly FactFamily[];
  readonly factTables?: readonly FactTable[];
  readonly kpis?: readonly Kpi[];
  readonly lackingKpis?: readonly LackingKpi[];
  readonly states?: readonly StateTable<string>[];
  readonly drawings?: readonly Drawing[];
  readonly schedules?: readonly ScheduleKind[];
  readonly due?: readonly DueHandler[];
  readonly jobs?: readonly JobHandler[];
  readonly work?: readonly WorkHandler[];
  readonly approvals?: readonly ApprovalHandler[];
  /** Reactions to operations of other features. */
  readonly follows?: readonly Follower[];
  /** Parts of regular messages. */
  readonly digest?: readonly DigestSection[];
  /** Parts of App Home, in the order of their ranks. */
  readonly home?: readonly HomeSection[];
  /** Set-up steps after installing, in order. */
  readonly setup?: readonly Check[];
  readonly health?: readonly Check[];
  readonly samples?: Samples;
  readonly formSamples?: FormSamples;
}

export function defineFeature(feature: Feature): Feature {
  return feature;
}
