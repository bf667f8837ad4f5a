import { defineFeature } from '../../core/declare/feature.ts';
import { finder } from './card/find.ts';
import { formSamples, samples } from './card/samples.ts';
import { compareCarriers } from './comparing/read.ts';
import { comparisonSamples } from './comparing/samples.ts';
import { getExceptions } from './exceptions/read.ts';
import { tellShipments } from './keeping/tell-shipments.ts';
import { getLate, wayMeant } from './late/read.ts';
import { getCodes, mapCode, mappedHandler } from './mapping/map-code.ts';
import { followOrders, orderedHandler } from './ordered/follow-orders.ts';
import { scansHandler } from './ordered/tell-orders.ts';
import { exportPage, listPage, parcelsList } from './parcels/list.ts';
import { mapCodes, readShipments, seeCodes, tellShipmentsPermission, watchShipments } from './permissions.ts';
import { findShipments, getShipment, getStandings, lookUpShipment } from './shipment/look-up.ts';
import { clicks, drawings, forms, verbs } from './slack.ts';
import { statusTable } from './status/rules.ts';
import { countCodes } from './today/read.ts';
import { listSamples } from './today/samples.ts';
import { followTold } from './watching/follow-told.ts';
import { watchSamples } from './watching/samples.ts';
import { beginWatch, getWatched, stopWatching } from './watching/watch.ts';

/** Parcels on their way, and how far each has come. */
export const shipments = defineFeature({
  name: 'shipments',
  title: 'Shipments',
  permissions: [readShipments, watchShipments, seeCodes, mapCodes, tellShipmentsPermission],
  operations: [
    tellShipments,
    lookUpShipment,
    findShipments,
    getShipment,
    getStandings,
    beginWatch,
    stopWatching,
    getWatched,
    getCodes,
    mapCode,
    getLate,
    getExceptions,
    compareCarriers,
    countCodes,
    wayMeant,
    listPage,
    exportPage,
  ],
  commands: [
    {
      name: 'shipment',
      summary: 'Where a parcel is, and whether it will come as promised',
      usageHint: '00340434292135100186 | 1042 | late | late DHL | exceptions | carriers',
    },
  ],
  verbs,
  clicks,
  forms,
  drawings,
  finders: [finder],
  lists: [parcelsList],
  states: [statusTable],
  follows: [followTold, followOrders],
  work: [mappedHandler, orderedHandler, scansHandler],
  samples: { ...samples, ...watchSamples, ...listSamples, ...comparisonSamples },
  formSamples,
});
