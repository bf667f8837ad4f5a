import { elementsOf, flatBlocks, withBlockIds } from './elements.ts';
import { fileJson } from './file-json.ts';
import type { Slack } from './slack.ts';
import type { Json, View } from './types.ts';

const TEXTS = ['title', 'submit', 'close'] as const;

/** A stored view: with ids, a hash and the input so far. */
export function makeView(slack: Slack, user: string, given: Json, below?: View): View {
  const id = slack.ids.next('V');
  const view: View = {
    id,
    type: given.type === 'home' ? 'home' : 'modal',
    user,
    hash: '',
    root_view_id: below?.root_view_id ?? id,
    previous_view_id: below?.id ?? null,
    external_id: '',
    callback_id: '',
    private_metadata: '',
    clear_on_close: false,
    notify_on_close: false,
    blocks: [],
    values: {},
    errors: {},
    response_urls: [],
  };
  draw(slack, view, given);
  return view;
}

function draw(slack: Slack, view: View, given: Json): void {
  view.hash = `${slack.ids.ts()}.${slack.ids.next('')}`;
  view.external_id = String(given.external_id ?? '');
  view.callback_id = String(given.callback_id ?? '');
  view.private_metadata = String(given.private_metadata ?? '');
  view.clear_on_close = given.clear_on_close === true;
  view.notify_on_close = given.notify_on_close === true;
  for (const part of TEXTS) view[part] = given[part] as Json | undefined;
  view.blocks = withBlockIds(slack, given.blocks as Json[]);
  view.errors = {};
  delete view.notice;
  view.values = surviving(view);
}

/** Typed values survive a redraw only if block, action and kind of element stay. */
function surviving(view: View): View['values'] {
  const kept: View['values'] = {};
  for (const block of flatBlocks(view.blocks)) {
    const id = String(block.block_id);
    for (const element of elementsOf(block)) {
      const action = String(element.action_id);
      const state = view.values[id]?.[action];
      if (state?.type === element.type) kept[id] = { ...kept[id], [action]: state as Json };
    }
  }
  return kept;
}

export function redraw(slack: Slack, view: View, given: Json): void {
  draw(slack, view, given);
  changedView(slack, view);
}

export function changedView(slack: Slack, view: View): void {
  slack.feed.announce({ type: view.type === 'home' ? 'home' : 'view', user: view.user, id: view.id });
}

export function showModal(slack: Slack, user: string, stack: View[]): void {
  slack.modals.set(user, stack);
  slack.feed.announce({ type: 'view', user });
}

/** A view as the Web API and the payloads show it. */
export function viewJson(slack: Slack, view: View, values: View['values'] = view.values): Json {
  return {
    id: view.id,
    team_id: slack.workspace.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata,
    callback_id: view.callback_id,
    state: { values: withFiles(slack, values) },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close,
    notify_on_close: view.notify_on_close,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: view.previous_view_id,
    root_view_id: view.root_view_id,
    app_id: slack.app.app_id,
    external_id: view.external_id,
    app_installed_team_id: slack.workspace.team.id,
    bot_id: slack.app.bot_id,
  };
}

/** A `file_input` holds ids; the app gets the files as in `files.info`. */
function withFiles(slack: Slack, values: View['values']): View['values'] {
  const whole = (state: Json): Json => {
    if (state.type !== 'file_input') return state;
    const files = (state.files as Json[]).flatMap(({ id }) => slack.files.get(String(id)) ?? []);
    return { ...state, files: files.map((file) => fileJson(slack, file)) };
  };
  const each = <T, U>(of: Record<string, T>, map: (one: T) => U) =>
    Object.fromEntries(Object.entries(of).map(([key, one]) => [key, map(one)]));
  return each(values, (block) => each(block, whole));
}
