import { ActError, actor } from '../acts/act.ts';
import { command } from '../acts/command.ts';
import { press } from '../acts/press.ts';
import { openHome, say } from '../acts/say.ts';
import { overview, seenHome, seenMessages, seenNotices, seenViews } from '../acts/see.ts';
import { shortcut } from '../acts/shortcut.ts';
import { closeView, submitView } from '../acts/views.ts';
import { changeChannel, changeMember } from '../acts/workspace.ts';
import type { Fault } from '../state/faults.ts';
import { directMessage } from '../state/people.ts';
import { resetSlack, type Slack } from '../state/slack.ts';
import { viewJson } from '../state/views.ts';
import type { ControlCalls } from './calls.ts';

export type ControlActions = {
  [K in keyof ControlCalls]: (args: ControlCalls[K][0]) => ControlCalls[K][1] | Promise<ControlCalls[K][1]>;
};

/** Every action of the control API by name: what `/control/<name>` and the client call. */
export function controlActions(slack: Slack, mode: 'socket' | 'http'): ControlActions {
  const wire = slack.delivery.socketMode;
  return {
    overview: ({ user }) => overview(slack, user, mode),
    command: (act) => command(slack, act),
    say: (act) => say(slack, act),
    openDm: ({ user }) => directMessage(slack, actor(slack, user)).id,
    press: (act) => press(slack, act),
    submitView: (act) => submitView(slack, act),
    closeView: (act) => closeView(slack, act),
    async openHome({ user, tab }) {
      const home = slack.homes.get(user);
      const ack = await openHome(slack, user, tab, home && viewJson(slack, home));
      return ack ? { ack } : {};
    },
    shortcut: (act) => shortcut(slack, act),
    messages: ({ user, channel }) => seenMessages(slack, user, channel),
    views: ({ user }) => seenViews(slack, user),
    home: ({ user }) => seenHome(slack, user),
    notices: ({ user }) => seenNotices(slack, user),
    traffic: () => slack.journal.traffic,
    problems: () => slack.journal.problems,
    clearProblems() {
      slack.journal.problems = [];
      return null;
    },
    fault(fault: Fault) {
      slack.faults.add(fault);
      return null;
    },
    clearFaults() {
      slack.faults.clear();
      return null;
    },
    disconnectSockets({ reason }) {
      wire.disconnect(reason ?? 'refresh_requested');
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
    async changeChannel({ channel, edit }) {
      await changeChannel(slack, channel, edit);
      return null;
    },
    scopes({ grant = [], revoke = [] }) {
      for (const scope of grant) slack.app.scopes.add(scope);
      for (const scope of revoke) slack.app.scopes.delete(scope);
      return [...slack.app.scopes];
    },
    moveClock({ ms }) {
      slack.clock.move(ms);
      slack.feed.announce({ type: 'clock' });
      return slack.clock.now();
    },
    reset() {
      resetSlack(slack);
      return null;
    },
  };
}
