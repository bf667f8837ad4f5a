import { validateView } from '../blockkit/index.ts';
import type { Slack } from '../state/slack.ts';
import type { Json, View } from '../state/types.ts';
import { makeView, redraw, showModal, viewJson } from '../state/views.ts';
import { refuseIssues } from './content.ts';
import { unusableMedia } from './media.ts';
import { type Args, type MethodTable, messages, SlackError } from './method.ts';

const MOST_STACKED = 3;

export const views: MethodTable = {
  'views.open': {
    tier: '4',
    required: ['view'],
    optional: ['trigger_id', 'interactivity_pointer'],
    run(slack, args) {
      const view = readView(slack, args, 'modal');
      const trigger = exchange(slack, args);
      unusedExternalId(slack, view);
      const opened = makeView(slack, trigger.user, view);
      showModal(slack, trigger.user, [opened]);
      return { view: viewJson(slack, opened) };
    },
  },
  'views.push': {
    tier: '4',
    required: ['view'],
    optional: ['trigger_id', 'interactivity_pointer'],
    run(slack, args) {
      const view = readView(slack, args, 'modal');
      const trigger = exchange(slack, args);
      const stack = slack.modals.get(trigger.user) ?? [];
      if (stack.length === 0) throw new SlackError('not_found');
      if (stack.length >= MOST_STACKED) throw new SlackError('push_limit_reached');
      unusedExternalId(slack, view);
      const pushed = makeView(slack, trigger.user, view, stack.at(-1));
      showModal(slack, trigger.user, [...stack, pushed]);
      return { view: viewJson(slack, pushed) };
    },
  },
  'views.update': {
    tier: '4',
    required: ['view'],
    optional: ['view_id', 'external_id', 'hash'],
    run(slack, args) {
      const found = findOpen(slack, args);
      sameHash(args, found);
      const view = readView(slack, args, found.type);
      unusedExternalId(slack, view, found);
      redraw(slack, found, view);
      return { view: viewJson(slack, found) };
    },
  },
  'views.publish': {
    tier: '4',
    required: ['user_id', 'view'],
    optional: ['hash'],
    run(slack, args) {
      if (!slack.manifest.features.app_home.home_tab_enabled) throw new SlackError('not_enabled');
      const user = slack.members.get(args.must('user_id'));
      if (!user) throw new SlackError('user_not_found');
      const view = readView(slack, args, 'home');
      const known = slack.homes.get(user.id);
      unusedExternalId(slack, view, known);
      if (known) {
        sameHash(args, known);
        redraw(slack, known, view);
        return { view: viewJson(slack, known) };
      }
      const home = makeView(slack, user.id, view);
      slack.homes.set(user.id, home);
      slack.feed.announce({ type: 'home', user: user.id });
      return { view: viewJson(slack, home) };
    },
  },
};

function readView(slack: Slack, args: Args, type: 'modal' | 'home'): Json {
  const view = args.json('view', 'invalid_arguments');
  refuseIssues(validateView(view), 'invalid_arguments', '/view');
  refuseIssues(unusableMedia(slack, (view as Json).blocks), 'invalid_arguments', '/view');
  const given = view as Json;
  if (given.type !== type)
    throw new SlackError('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] expected a ${type} [json-pointer:/view/type]`] },
    });
  return given;
}

function exchange(slack: Slack, args: Args): { user: string } {
  const id = args.text('trigger_id') ?? args.text('interactivity_pointer');
  if (id === undefined)
    throw new SlackError('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] missing required field: trigger_id'] },
    });
  const trigger = slack.triggers.exchange(id);
  if ('error' in trigger) throw new SlackError(trigger.error);
  return trigger;
}

/** An external_id belongs to one view of the workspace, modal or Home. */
function unusedExternalId(slack: Slack, view: Json, itself?: View): void {
  const id = view.external_id;
  const taken = id && everyView(slack).some((other) => other !== itself && other.external_id === id);
  if (taken) throw new SlackError('duplicate_external_id');
}

function everyView(slack: Slack): View[] {
  return [...[...slack.modals.values()].flat(), ...slack.homes.values()];
}

function findOpen(slack: Slack, args: Args): View {
  const id = args.text('view_id');
  const external = args.text('external_id');
  if ((id === undefined) === (external === undefined))
    throw new SlackError('invalid_arguments', messages('[ERROR] give either view_id or external_id'));
  const found = everyView(slack).find((v) => (id === undefined ? v.external_id === external : v.id === id));
  if (!found) throw new SlackError('not_found');
  return found;
}

function sameHash(args: Args, view: View): void {
  const hash = args.text('hash');
  if (hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict');
}
