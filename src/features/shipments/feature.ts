import { defineFeature } from '../../core/declare/feature.ts';
import { confirmEnding } from './acting/confirm.ts';
import { followDelivered } from './acting/follow-delivered.ts';
import { liftEnd } from './acting/lift.ts';
import { actFormSamples, actSamples } from './acting/samples.ts';
import { tellService } from './acting/tell-service.ts';
import { draftUpdate, updateShipment } from './acting/update.ts';
import { formSamples, samples } from './card/samples.ts';
import { compareCarriers } from './comparing/read.ts';
import { comparisonSamples } from './comparing/samples.ts';
import { shipmentFactTable, shipmentKpis } from './counting/kpis.ts';
import { digest } from './digest/digest.ts';
import { digestSamples } from './digest/samples.ts';
import { disruptionsOver } from './disrupted/over.ts';
import { getExceptions } from './exceptions/read.ts';
import { shipmentFacts } from './facts-model.ts';
import { finder } from './finding/find.ts';
import { importShipments } from './importing/shipments.ts';
import { tellShipments } from './keeping/tell-shipments.ts';
import { declareDisruption } from './lanes/declare.ts';
import { endDisruption } from './lanes/end-disruption.ts';
import { laneFinders } from './lanes/find.ts';
import { getBurst, getDisruption, listBursts, listDisruptions, namesOfDisruptions } from './lanes/list.ts';
import { laneFormSamples, laneSamples } from './lanes/samples.ts';
import { keepLaneDays, laneDaysKept, lanesWatched, watchLanes } from './lanes/watch-lanes.ts';
import { getLate, wayMeant } from './late/read.ts';
import { getCodes, mapCode, mappedHandler } from './mapping/map-code.ts';
import { mentioner } from './mentioning/mentioning.ts';
import { mentionSamples } from './mentioning/samples.ts';
import { followOrders, orderedHandler } from './ordered/follow-orders.ts';
import { scansHandler } from './ordered/tell-orders.ts';
import { exportPage, listPage, parcelsList } from './parcels/list.ts';
import { parcelSamples } from './parcels/samples.ts';
import {
  correctShipments,
  declareDisruptions,
  importShipmentsPermission,
  mapCodes,
  raiseManyPermission,
  readShipments,
  refoldShipmentsPermission,
  seeCodes,
  tellManyPermission,
  tellShipmentsPermission,
  updateShipments,
  watchLanesPermission,
  watchShipments,
} from './permissions.ts';
import { refoldJob, refolds } from './refolding/jobs.ts';
import { refoldShipments } from './refolding/refold.ts';
import {
  findShipments,
  getShipment,
  getStandings,
  lookUpShipment,
  lookUpShipments,
} from './shipment/look-up.ts';
import { clicks, drawings, forms, verbs } from './slack.ts';
import { statusTable } from './status/rules.ts';
import { countCodes } from './today/read.ts';
import { todaySamples } from './today/samples.ts';
import { togetherFinder } from './together/find.ts';
import { raiseTogether, tellServiceTogether } from './together/raise.ts';
import { sumsTogether } from './together/read.ts';
import { followTold } from './watching/follow-told.ts';
import { watchSamples } from './watching/samples.ts';
import { beginWatch, getOwnWatch, getWatched, stopWatching } from './watching/watch.ts';

/** Parcels on their way, and how far each has come. */
export const shipments = defineFeature({
  name: 'shipments',
  title: 'Shipments',
  permissions: [
    readShipments,
    watchShipments,
    updateShipments,
    correctShipments,
    seeCodes,
    raiseManyPermission,
    tellManyPermission,
    mapCodes,
    tellShipmentsPermission,
    importShipmentsPermission,
    refoldShipmentsPermission,
    declareDisruptions,
    watchLanesPermission,
  ],
  operations: [
    tellShipments,
    lookUpShipment,
    lookUpShipments,
    findShipments,
    getShipment,
    getStandings,
    beginWatch,
    stopWatching,
    getWatched,
    getOwnWatch,
    getCodes,
    mapCode,
    draftUpdate,
    updateShipment,
    liftEnd,
    confirmEnding,
    tellService,
    raiseTogether,
    tellServiceTogether,
    sumsTogether,
    refoldShipments,
    getLate,
    getExceptions,
    compareCarriers,
    countCodes,
    wayMeant,
    listPage,
    exportPage,
    declareDisruption,
    endDisruption,
    listDisruptions,
    getDisruption,
    getBurst,
    listBursts,
    namesOfDisruptions,
    disruptionsOver,
    watchLanes,
    keepLaneDays,
  ],
  commands: [
    {
      name: 'shipment',
      summary: 'Where a parcel is, and whether it will come as promised',
      usageHint: '00340434292125066001 | 25066 | late | exceptions | inbound | carriers | disruption',
    },
  ],
  verbs,
  clicks,
  forms,
  drawings,
  finders: [finder, ...laneFinders, togetherFinder],
  mentions: [mentioner],
  digest,
  facts: [shipmentFacts],
  factTables: [shipmentFactTable],
  kpis: shipmentKpis,
  lists: [parcelsList],
  imports: [importShipments],
  states: [statusTable],
  follows: [followTold, followDelivered, followOrders],
  work: [mappedHandler, orderedHandler, scansHandler],
  samples: {
    ...samples,
    ...watchSamples,
    ...actSamples,
    ...todaySamples,
    ...parcelSamples,
    ...comparisonSamples,
    ...laneSamples,
    ...mentionSamples,
    ...digestSamples,
  },
  formSamples: { ...formSamples, ...actFormSamples, ...laneFormSamples },
  jobs: [refoldJob],
  schedules: [refolds, lanesWatched, laneDaysKept],
});
