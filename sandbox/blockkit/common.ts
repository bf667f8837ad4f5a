import { actionId, boolean } from './check.ts';
import { confirm } from './options.ts';
import { plainText } from './text.ts';

/** What nearly every interactive element may carry. */
export const common = { action_id: actionId, confirm, focus_on_load: boolean };
export const placed = { ...common, placeholder: plainText(150) };
