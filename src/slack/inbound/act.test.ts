import { expect, test } from 'vitest';
import { newContext } from '../../../test/harness/database.ts';
import { randomIds } from '../../core/runtime/ids.ts';
import { sealWith } from '../app/seal.ts';
import type { Parts } from '../app/services.ts';
import { type Act, actOf, bodyOf } from './act.ts';

const typed = (id: string): Act => ({
  kind: 'form',
  user: 'U0ADA00001',
  channel: null,
  id,
  carried: '{}',
  state: { secret: { input: { type: 'plain_text_input', value: 'whsec_5up3r' } } },
});

async function parts(token = 'xoxb-1') {
  const { engine } = await newContext();
  // Of the parts of the bot, only what acts are written with.
  return { ground: { engine }, seal: sealWith(token, randomIds) } as unknown as Parts;
}

test('what is entered into a form with a secret is written down sealed, and read again by any replica', async () => {
  const act = typed('sources.add-form');
  const body = bodyOf(act, await parts());
  expect(JSON.stringify(body)).not.toContain('whsec_5up3r');
  expect(actOf(JSON.parse(JSON.stringify(body)), await parts())).toEqual(act);
  const other = await parts('xoxb-2');
  expect(() => actOf(body, other)).toThrow('sealed with another token');
});

test('any other form is written down as it is', async () => {
  const act = typed('carriers.add-form');
  expect(bodyOf(act, await parts())).toEqual(act);
});
