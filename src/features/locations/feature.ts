import { defineFeature } from '../../core/declare/feature.ts';
import { addDayOff, removeDayOff, removeHours, setHours } from './calendars/set-hours.ts';
import { digest } from './digest/digest.ts';
import { digestSamples } from './digest/digest-views.ts';
import { finder, findPlaces } from './editing/find.ts';
import { getClosures, getPlace, listPlaces } from './editing/get.ts';
import { formSamples, samples } from './editing/samples.ts';
import { addLocation, closeLocation, editLocation } from './editing/save.ts';
import { clicks, forms, suggestions, verbs } from './editing/slack.ts';
import { importLocations } from './importing/locations.ts';
import { changeLocations, importLocationsPermission, seeLocations } from './permissions.ts';

/** Locations, their hours, and suppliers: other features build on it, it depends on none of them. */
export const locations = defineFeature({
  name: 'locations',
  title: 'Locations',
  permissions: [importLocationsPermission, seeLocations, changeLocations],
  operations: [
    listPlaces,
    getPlace,
    getClosures,
    findPlaces,
    addLocation,
    editLocation,
    closeLocation,
    setHours,
    removeHours,
    addDayOff,
    removeDayOff,
  ],
  verbs,
  clicks,
  forms,
  suggestions,
  finders: [finder],
  digest,
  imports: [importLocations],
  samples: { ...samples, ...digestSamples },
  formSamples,
});
