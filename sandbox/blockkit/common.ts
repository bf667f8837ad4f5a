import { actionId, boolean } from './check.ts';
import { confirm } from './options.ts';
import { plainText } from './text.ts';

/** Optional fields of nearly every interactive element. */
export const common = { action_id: actionId, confirm, focus_on_load: boolean };
export const placed = { ...common, placeholder: plainText(150) };
