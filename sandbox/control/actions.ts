import { ActError, actor } from '../acts/act.ts';
import { command } from '../acts/command.ts';
import { edit, remove } from '../acts/edit.ts';
import { upload } from '../acts/files.ts';
import { press } from '../acts/press.ts';
import { react } from '../acts/react.ts';
import { openHome, say } from '../acts/say.ts';
import { overview, seenHome, seenMessages, seenNotices, seenViews } from '../acts/see.ts';
import { shortcut } from '../acts/shortcut.ts';
import { suggest } from '../acts/suggest.ts';
import { openConversation } from '../acts/talk.ts';
import { closeView, submitView } from '../acts/views.ts';
import { changeChannel, changeMember, makeChannel, removeChannel } from '../acts/workspace.ts';
import { revoke, uninstall } from '../changes/install.ts';
import type { Fault } from '../state/faults.ts';
import { directMessage } from '../state/people.ts';
import { resetSlack, type Slack } from '../state/slack.ts';
import { viewJson } from '../state/views.ts';
import { readWorkspace, type WorkspaceInput } from '../workspace.ts';
import type { ControlCalls } from './calls.ts';

export type ControlActions = {
  [K in keyof ControlCalls]: (args: ControlCalls[K][0]) => ControlCalls[K][1] | Promise<ControlCalls[K][1]>;
};

/** Every action of the control API by name, for `/control/<name>` and the client. */
export function controlActions(slack: Slack, mode: 'socket' | 'http'): ControlActions {
  const wire = slack.delivery.socketMode;
  return {
    overview: ({ user }) => overview(slack, user, mode),
    command: (act) => command(slack, act),
    say: (act) => say(slack, act),
    upload: (act) => upload(slack, act),
    openDm: ({ user }) => directMessage(slack, actor(slack, user)).id,
    openConversation: (act) => openConversation(slack, act),
    notifications: ({ user }) => slack.notifications.filter((n) => n.user === user),
    press: (act) => press(slack, act),
    suggest: (act) => suggest(slack, act),
    submitView: (act) => submitView(slack, act),
    closeView: (act) => closeView(slack, act),
    edit: (act) => edit(slack, act),
    remove: (act) => remove(slack, act),
    react: (act) => react(slack, act),
    async openHome({ user, tab }) {
      const home = slack.homes.get(user);
      const ack = await openHome(slack, user, tab, home && viewJson(slack, home));
      return ack ? { ack } : {};
    },
    shortcut: (act) => shortcut(slack, act),
    messages: ({ user, channel, ts }) => seenMessages(slack, user, channel, ts),
    views: ({ user }) => seenViews(slack, user),
    home: ({ user }) => seenHome(slack, user),
    notices: ({ user }) => seenNotices(slack, user),
    traffic: ({ after }) => slack.journal.trafficAfter(after),
    problems: () => slack.journal.problems,
    clearProblems() {
      slack.journal.problems = [];
      return null;
    },
    fault(fault: Fault) {
      slack.faults.add(fault);
      slack.feed.announce({ type: 'fault' });
      return null;
    },
    faults: () => slack.faults.list(),
    async clearFaults() {
      slack.faults.clear();
      await slack.delivery.releaseHeld();
      slack.feed.announce({ type: 'fault' });
      return null;
    },
    rateLimits({ on }) {
      slack.rates.on = on;
      slack.feed.announce({ type: 'fault' });
      return slack.rates.on;
    },
    disconnectSockets({ reason, only }) {
      wire.disconnect(reason ?? 'refresh_requested', only);
      return null;
    },
    appRateLimited() {
      const minute = Math.floor(slack.clock.now() / 60_000) * 60;
      const payload = {
        token: slack.app.verification_token,
        type: 'app_rate_limited',
        team_id: slack.workspace.team.id,
        minute_rate_limited: minute,
        api_app_id: slack.app.app_id,
      };
      wire.broadcast({
        envelope_id: slack.ids.secret(),
        type: 'events_api',
        payload,
        accepts_response_payload: false,
      });
      return null;
    },
    verifyUrl: () => slack.delivery.verifyUrl(),
    redeliver({ event_id, new_id }) {
      if (!slack.delivery.knows(event_id)) throw new ActError(`No event ${event_id} was delivered`);
      return slack.delivery.redeliver(event_id, new_id === true);
    },
    async changeMember({ user, edit }) {
      await changeMember(slack, user, edit);
      return null;
    },
    titles({ titles }) {
      for (const [user, title] of Object.entries(titles)) {
        if (title === null) slack.titles.delete(user);
        else slack.titles.set(actor(slack, user).id, title);
      }
      slack.feed.announce({ type: 'member' });
      return null;
    },
    async changeChannel({ channel, edit }) {
      await changeChannel(slack, channel, edit);
      return null;
    },
    createChannel: (act) => makeChannel(slack, act),
    async deleteChannel({ channel }) {
      await removeChannel(slack, channel);
      return null;
    },
    async uninstall({ order }) {
      await uninstall(slack, order ?? 'app_uninstalled_first');
      return null;
    },
    async revokeTokens() {
      await revoke(slack);
      return null;
    },
    install() {
      slack.installation.status = 'installed';
      return null;
    },
    scopes({ grant = [], revoke = [] }) {
      if (!Array.isArray(grant) || !Array.isArray(revoke))
        throw new ActError('grant and revoke are lists of scopes');
      for (const scope of grant) slack.app.scopes.add(scope);
      for (const scope of revoke) slack.app.scopes.delete(scope);
      return [...slack.app.scopes];
    },
    moveClock({ ms }) {
      if (!Number.isFinite(ms)) throw new ActError('ms is a number of milliseconds');
      slack.clock.move(ms);
      slack.feed.announce({ type: 'clock' });
      return slack.clock.now();
    },
    reset() {
      resetSlack(slack);
      return null;
    },
    load({ workspace }) {
      slack.workspace = asked(workspace);
      resetSlack(slack);
      return null;
    },
  };
}

/** A workspace over the wire is an object, never a path of this machine. */
function asked(workspace: WorkspaceInput) {
  if (typeof workspace !== 'object') throw new ActError('The workspace must be an object');
  try {
    return readWorkspace(workspace);
  } catch (error) {
    throw new ActError(error instanceof Error ? error.message : String(error));
  }
}
