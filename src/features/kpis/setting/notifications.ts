import { toldOnce } from '../../../cases/notifications.ts';
import { defineNotification } from '../../../core/tokens/notification.ts';
import { backdated } from './backdated-model.ts';

/** Tells that days that have passed are judged by another target. */
export const targetBackdated = defineNotification({
  id: 'kpis.target-backdated',
  ...toldOnce,
  facts: backdated,
});
