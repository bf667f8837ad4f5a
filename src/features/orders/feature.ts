import { defineFeature } from '../../core/declare/feature.ts';
import { actOnOrder, draftAct } from './acting/act.ts';
import { approvals } from './acting/approving.ts';
import { actFormSamples, actSamples } from './acting/samples.ts';
import { actClicks, actForms } from './acting/slack.ts';
import { exportPage, listPage, ordersList } from './backlog/list.ts';
import { mentioner } from './backlog/mentioning.ts';
import { getBacklog, placeMeant } from './backlog/read.ts';
import { backlogSamples } from './backlog/samples.ts';
import { besideSamples, formSamples } from './card/beside-samples.ts';
import { finder } from './card/find.ts';
import { linesList, linesPage } from './card/lines-list.ts';
import { samples } from './card/samples.ts';
import { demandProofs, proveDemandJob } from './demand/nightly.ts';
import { mendDemand, noteDemandProof, proveSomeDemand } from './demand/prove.ts';
import { orderFacts } from './facts-model.ts';
import { importOrders } from './importing/orders.ts';
import { bookOpenOrders, refoldJob, refoldOrders, refolds } from './keeping/refold.ts';
import { tellOrders } from './keeping/tell-orders.ts';
import { findOrders, getHistory, getOrder, getStages, lookUpOrder } from './order/look-up.ts';
import {
  actOnOrders,
  importOrdersPermission,
  proveDemandPermission,
  readOrders,
  refoldPermission,
  tellOrdersPermission,
  watchOrders,
} from './permissions.ts';
import { stageTable } from './rules.ts';
import { clicks, drawings, forms, verbs } from './slack.ts';
import { followHandler, followHeard, followTold } from './watching/follow-news.ts';
import { watchSamples } from './watching/samples.ts';
import { beginWatch, getWatched, stopWatching } from './watching/watch.ts';

/** Orders and how far each has come. */
export const orders = defineFeature({
  name: 'orders',
  title: 'Orders',
  permissions: [
    readOrders,
    watchOrders,
    actOnOrders,
    importOrdersPermission,
    proveDemandPermission,
    refoldPermission,
    tellOrdersPermission,
  ],
  operations: [
    actOnOrder,
    draftAct,
    lookUpOrder,
    findOrders,
    getOrder,
    getHistory,
    getStages,
    tellOrders,
    refoldOrders,
    bookOpenOrders,
    linesPage,
    getBacklog,
    placeMeant,
    listPage,
    exportPage,
    beginWatch,
    stopWatching,
    getWatched,
    proveSomeDemand,
    mendDemand,
    noteDemandProof,
  ],
  commands: [
    {
      name: 'order',
      summary: 'How far an order has come, and what it waits for',
      usageHint: '1042 | 00340434292135100186 | backlog | backlog Hamburg | stuck',
    },
  ],
  verbs,
  clicks: [...clicks, ...actClicks],
  forms: [...forms, ...actForms],
  approvals,
  drawings,
  finders: [finder],
  mentions: [mentioner],
  lists: [ordersList, linesList],
  imports: [importOrders],
  facts: [orderFacts],
  schedules: [demandProofs, refolds],
  jobs: [proveDemandJob, refoldJob],
  states: [stageTable],
  follows: [followHeard, followTold],
  work: [followHandler],
  samples: { ...samples, ...besideSamples, ...watchSamples, ...backlogSamples, ...actSamples },
  formSamples: { ...formSamples, ...actFormSamples },
});
