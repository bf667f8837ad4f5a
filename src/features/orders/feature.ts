import { defineFeature } from '../../core/declare/feature.ts';
import { actOnOrder, draftAct } from './acting/act.ts';
import { approvals } from './acting/approving.ts';
import { actFormSamples, actSamples } from './acting/samples.ts';
import { actClicks, actForms } from './acting/slack.ts';
import { home } from './backlog/home.ts';
import { exportPage, listPage, ordersList } from './backlog/list.ts';
import { mentioner } from './backlog/mentioning.ts';
import { getBacklog, placeMeant } from './backlog/read.ts';
import { backlogSamples } from './backlog/samples.ts';
import { besideSamples, formSamples } from './card/beside-samples.ts';
import { finder } from './card/find.ts';
import { linesList, linesPage } from './card/lines-list.ts';
import { samples } from './card/samples.ts';
import { lineFactTable, orderFactTable, orderWaitTable } from './counting/facts.ts';
import { orderKpis, orderLackingKpis } from './counting/kpis.ts';
import { demandProofs, proveDemandJob } from './demand/nightly.ts';
import { mendDemand, noteDemandProof, proveSomeDemand } from './demand/prove.ts';
import { digest } from './digest/digest.ts';
import { getDue } from './digest/read.ts';
import { digestSamples } from './digest/samples.ts';
import { orderFacts } from './facts-model.ts';
import { importOrders } from './importing/orders.ts';
import { importPromises } from './importing/promises.ts';
import { parcelsTold } from './keeping/parcels-told.ts';
import { tellOrders } from './keeping/tell-orders.ts';
import { findOrders, getHistory, getOrder, getStages, lookUpOrder } from './order/look-up.ts';
import { lookUpOrders } from './order/look-up-several.ts';
import {
  actOnOrders,
  importOrdersPermission,
  proveDemandPermission,
  readOrders,
  refoldPermission,
  setPromiseRules,
  tellOrdersPermission,
  watchOrders,
} from './permissions.ts';
import { getRule, getServices } from './promising/get.ts';
import { exportRules, rulesList, rulesPage } from './promising/list.ts';
import { promiseFormSamples, promiseSamples } from './promising/samples.ts';
import { addRule, endRule } from './promising/save.ts';
import { promiseClicks, promiseForms, promiseSuggestions, promiseVerbs } from './promising/slack.ts';
import { bookKnownHandler, followKnown } from './refolding/book-known.ts';
import { bookOpenOrders } from './refolding/book-open.ts';
import { dropWaiting } from './refolding/drop-waiting.ts';
import { foldAgainHandler } from './refolding/fold-again.ts';
import { followFiles, followSettings } from './refolding/follow-settings.ts';
import { nightlyRefolds, refoldJob, refoldOpenJob, refolds } from './refolding/jobs.ts';
import { listOpen, refoldOrders, refoldThese } from './refolding/refold.ts';
import { stageTable } from './rules.ts';
import { tellScans } from './scanning/tell-scans.ts';
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
    setPromiseRules,
    tellOrdersPermission,
  ],
  operations: [
    actOnOrder,
    draftAct,
    lookUpOrder,
    lookUpOrders,
    findOrders,
    getOrder,
    getHistory,
    getStages,
    tellOrders,
    parcelsTold,
    tellScans,
    refoldOrders,
    refoldThese,
    listOpen,
    rulesPage,
    exportRules,
    getRule,
    getServices,
    addRule,
    endRule,
    bookOpenOrders,
    dropWaiting,
    linesPage,
    getBacklog,
    getDue,
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
      usageHint: '25066 | 00340434292125066001 | backlog | backlog Hamburg | stuck | late | held',
    },
  ],
  verbs: [...verbs, ...promiseVerbs],
  clicks: [...clicks, ...actClicks, ...promiseClicks],
  forms: [...forms, ...actForms, ...promiseForms],
  suggestions: promiseSuggestions,
  approvals,
  drawings,
  finders: [finder],
  mentions: [mentioner],
  home,
  digest,
  lists: [ordersList, linesList, rulesList],
  imports: [importOrders, importPromises],
  facts: [orderFacts],
  factTables: [orderFactTable, lineFactTable, orderWaitTable],
  kpis: orderKpis,
  lackingKpis: orderLackingKpis,
  schedules: [demandProofs, refolds, nightlyRefolds],
  jobs: [proveDemandJob, refoldJob, refoldOpenJob],
  states: [stageTable],
  follows: [followHeard, followTold, followFiles, followKnown, ...followSettings],
  work: [followHandler, foldAgainHandler, bookKnownHandler],
  samples: {
    ...samples,
    ...besideSamples,
    ...watchSamples,
    ...backlogSamples,
    ...actSamples,
    ...promiseSamples,
    ...digestSamples,
  },
  formSamples: { ...formSamples, ...actFormSamples, ...promiseFormSamples },
});
