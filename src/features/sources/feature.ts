import { defineFeature } from '../../core/declare/feature.ts';
import { health, setup } from './card/checks.ts';
import { findSource, getPlaces, getSource, getSources } from './card/get.ts';
import {
  deliveriesPage,
  exportDeliveries,
  exportRefusals,
  refusalsPage,
  wholeDeliveries,
  wholeRefusals,
} from './card/list.ts';
import { connectors } from './connectors.ts';
import { lagFactTable, lagKpis } from './counting/kpis.ts';
import { deliveryStates } from './deliveries/model.ts';
import { pauseSource } from './editing/pause.ts';
import { mapLocation } from './editing/places.ts';
import { replayDelivery } from './editing/replay.ts';
import { changeSource, makeSource, removeSource, replaceSecret } from './editing/save.ts';
import { testSource } from './editing/test-source.ts';
import { lagFacts } from './facts-model.ts';
import { handlerOf } from './handling/handle.ts';
import { pruneDeliveries, pruneJob, prunes } from './handling/prune.ts';
import { tellsOrders } from './handling/tell-orders.ts';
import { mappingSamples } from './mapping/samples.ts';
import {
  changeSources,
  importDeliveriesPermission,
  keepSources,
  replaySources,
  seeSources,
} from './permissions.ts';
import { keepFile } from './receiving/keep-file.ts';
import { formSamples, samples } from './samples.ts';
import { clicks, forms, suggestions, verbs } from './slack.ts';
import { sourceStates } from './source/model.ts';

/** Systems outside that tell us things. */
export const sources = defineFeature({
  name: 'sources',
  title: 'Sources',
  permissions: [seeSources, replaySources, changeSources, importDeliveriesPermission, keepSources],
  operations: [
    getSources,
    getSource,
    findSource,
    getPlaces,
    deliveriesPage,
    exportDeliveries,
    refusalsPage,
    exportRefusals,
    makeSource,
    changeSource,
    replaceSecret,
    pauseSource,
    removeSource,
    mapLocation,
    testSource,
    replayDelivery,
    keepFile,
    pruneDeliveries,
  ],
  connectors: Object.values(connectors),
  work: [handlerOf(tellsOrders)],
  facts: [lagFacts],
  factTables: [lagFactTable],
  kpis: lagKpis,
  jobs: [pruneJob],
  schedules: [prunes],
  verbs,
  clicks,
  forms,
  suggestions,
  lists: [wholeDeliveries, wholeRefusals],
  states: [sourceStates, deliveryStates],
  health,
  setup,
  samples: { ...samples, ...mappingSamples },
  formSamples,
});
