import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { type Api, openApi } from '../test/api.ts';
import { DAILY, MAYA, testManifest } from '../test/manifest.ts';

const modal = (title: string, more: object = {}) => ({
  type: 'modal',
  title: { type: 'plain_text', text: title },
  blocks: [{ type: 'divider' }],
  ...more,
});

/** Without a connected app the command goes nowhere, but its trigger id is in the log. */
async function trigger(api: Api): Promise<string> {
  await api.sandbox.control.command(MAYA, DAILY, '/count mug');
  const sent = (await api.sandbox.control.traffic()).filter((t) => t.kind === 'slash_commands').at(-1);
  return String((sent?.request as Json | undefined)?.trigger_id);
}

test('a trigger opens one view, within three seconds', async () => {
  await using api = await openApi();
  const open = async (trigger_id: string) =>
    (await api.call('views.open', { trigger_id, view: modal('One') })).error;
  const first = await trigger(api);
  expect(await open(first)).toBeUndefined();
  expect(await open(first)).toBe('exchanged_trigger_id');
  const late = await trigger(api);
  await api.sandbox.control.moveClock(3_001);
  expect(await open(late)).toBe('expired_trigger_id');
  expect(await open('made.up')).toBe('invalid_trigger_id');
  expect((await api.sandbox.control.views(MAYA)).map((v) => v.title)).toEqual(['One']);
});

test('views stack three high', async () => {
  await using api = await openApi();
  const push = async (title: string) =>
    (await api.call('views.push', { trigger_id: await trigger(api), view: modal(title) })).error;
  await api.call('views.open', { trigger_id: await trigger(api), view: modal('One') });
  expect(await push('Two')).toBeUndefined();
  expect(await push('Three')).toBeUndefined();
  expect(await push('Four')).toBe('push_limit_reached');
  const [, , top] = await api.sandbox.control.views(MAYA);
  await api.sandbox.control.closeView(MAYA, top?.id ?? '');
  expect((await api.sandbox.control.views(MAYA)).map((v) => v.title)).toEqual(['One', 'Two']);
});

test('a hash protects a view from a stale update', async () => {
  await using api = await openApi();
  const opened = await api.call('views.open', {
    trigger_id: await trigger(api),
    view: modal('One', { external_id: 'mine' }),
  });
  const { id, hash } = opened.view as { id: string; hash: string };
  expect(
    await api.call('views.update', { view_id: id, hash, view: modal('Two', { external_id: 'mine' }) }),
  ).toMatchObject({ ok: true });
  expect(await api.call('views.update', { view_id: id, hash, view: modal('Three') })).toMatchObject({
    error: 'hash_conflict',
  });
  expect(await api.call('views.update', { external_id: 'mine', view: modal('Three') })).toMatchObject({
    ok: true,
  });
  expect(await api.call('views.update', { view_id: 'VNONE', view: modal('x') })).toMatchObject({
    error: 'not_found',
  });
});

test('an external id belongs to one open view', async () => {
  await using api = await openApi();
  const open = async () =>
    (
      await api.call('views.open', {
        trigger_id: await trigger(api),
        view: modal('One', { external_id: 'mine' }),
      })
    ).error;
  expect(await open()).toBeUndefined();
  expect(await open()).toBe('duplicate_external_id');
});

test("an update and a Home refuse another view's external id and keep their own", async () => {
  await using api = await openApi();
  const view = modal('One', { external_id: 'mine' });
  const opened = await api.call('views.open', { trigger_id: await trigger(api), view });
  const { id } = opened.view as { id: string };
  const home = { type: 'home', external_id: 'mine', blocks: [{ type: 'divider' }] };
  const taken = { error: 'duplicate_external_id' };
  expect(await api.call('views.publish', { user_id: MAYA, view: home })).toMatchObject(taken);
  await api.call('views.publish', { user_id: MAYA, view: { ...home, external_id: 'other' } });
  const update = (external_id: string) =>
    api.call('views.update', { view_id: id, view: modal('Two', { external_id }) });
  expect(await update('other')).toMatchObject(taken);
  expect(await update('mine')).toMatchObject({ ok: true });
});

test('an update identifies the view by either of its ids', async () => {
  await using api = await openApi();
  const view = modal('One');
  for (const ids of [{}, { view_id: 'V1', external_id: 'mine' }])
    expect(await api.call('views.update', { ...ids, view })).toMatchObject({ error: 'invalid_arguments' });
});

test('an invalid view comes back with pointers, an oversized one with its own code', async () => {
  await using api = await openApi();
  const open = async (view: object) => api.call('views.open', { trigger_id: await trigger(api), view });
  expect(await open(modal('A title that is far too long'))).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: [expect.stringContaining('json-pointer:/view/title/text')] },
  });
  const text = { type: 'mrkdwn', text: 'x'.repeat(2_900) };
  const blocks = Array.from({ length: 90 }, () => ({ type: 'section', text }));
  expect(await open(modal('Huge', { blocks }))).toMatchObject({ error: 'view_too_large' });
  expect(await api.call('views.open', { view: modal('One') })).toMatchObject({ error: 'invalid_arguments' });
});

test('a Home can be published if the manifest has one', async () => {
  await using api = await openApi();
  const home = { user_id: MAYA, view: { type: 'home', blocks: [{ type: 'divider' }] } };
  expect(await api.call('views.publish', home)).toMatchObject({ ok: true });
  expect((await api.sandbox.control.home(MAYA))?.blocks).toHaveLength(1);
  expect(await api.call('views.publish', { ...home, user_id: 'UNOBODY' })).toMatchObject({
    error: 'user_not_found',
  });
  await using bare = await openApi({ manifest: { ...testManifest, features: {} } });
  expect(await bare.call('views.publish', home)).toMatchObject({ error: 'not_enabled' });
});
