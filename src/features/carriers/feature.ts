import { defineFeature } from '../../core/declare/feature.ts';
import { findCarriers, finder } from './card/find.ts';
import { getChoices, getCollection, getToday } from './card/get.ts';
import { exportPage, filterFor, listPage, wholeList } from './card/list.ts';
import { mentioner } from './card/mentioning.ts';
import { saveCarrier } from './carrier/save.ts';
import { comingCollection } from './collection/coming.ts';
import { digest } from './digest/digest.ts';
import { addException, removeException } from './editing/exception.ts';
import { addCollection, editCollection, endCollection } from './editing/save.ts';
import { importCarriers } from './importing/carriers.ts';
import { importCollections } from './importing/collections.ts';
import { changeCarriers, importCarriersPermission, seeCarriers } from './permissions.ts';
import { formSamples, samples } from './samples.ts';
import { clicks, forms, suggestions, verbs } from './slack.ts';

/** Carriers, their services, and when they collect at each location. */
export const carriers = defineFeature({
  name: 'carriers',
  title: 'Carriers',
  permissions: [importCarriersPermission, seeCarriers, changeCarriers],
  operations: [
    listPage,
    exportPage,
    filterFor,
    findCarriers,
    getCollection,
    getChoices,
    getToday,
    comingCollection,
    saveCarrier,
    addCollection,
    editCollection,
    endCollection,
    addException,
    removeException,
  ],
  verbs,
  clicks,
  forms,
  suggestions,
  finders: [finder],
  mentions: [mentioner],
  digest,
  imports: [importCarriers, importCollections],
  lists: [wholeList],
  samples,
  formSamples,
});
