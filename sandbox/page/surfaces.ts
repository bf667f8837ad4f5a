import type { PressTarget } from '../client.ts';
import { optionsOf } from './blocks/options.ts';
import type { Surface } from './blocks/surface.ts';
import type { Page } from './store.ts';

type Where = Pick<PressTarget, 'channel' | 'ts' | 'view'>;

/** The actions of elements in a message, a modal or the Home: act, and ask the app for options. */
export function surfaceOf(
  { client, me, act }: Pick<Page, 'client' | 'me' | 'act'>,
  where: Where,
  values?: () => PressTarget['values'],
): Pick<Surface, 'press' | 'suggest'> {
  return {
    press: (block_id, action_id, option) => {
      const entered = values ? { values: values() ?? {} } : {};
      const chosen = option === undefined ? {} : { option };
      return act(client.press(me, { ...where, ...entered, ...chosen, block_id, action_id }));
    },
    async suggest(block_id, action_id, typed) {
      const { options } = await client.suggest(me, { ...where, block_id, action_id }, typed);
      return optionsOf({ options });
    },
  };
}
