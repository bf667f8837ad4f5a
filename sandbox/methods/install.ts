import { revoke, uninstall } from '../changes/install.ts';
import type { Slack } from '../state/slack.ts';
import { type Args, type MethodTable, SlackError } from './method.ts';

export const install: MethodTable = {
  'oauth.v2.access': {
    tier: 'special',
    token: 'none',
    optional: [
      'client_id',
      'client_secret',
      'code',
      'redirect_uri',
      'grant_type',
      'code_verifier',
      'refresh_token',
    ],
    run(slack, args) {
      itIsTheApp(slack, args);
      if ((args.text('grant_type') ?? 'authorization_code') !== 'authorization_code')
        throw new SlackError('invalid_grant_type');
      const grant = slack.installation.exchange(args.must('code'));
      if (!grant) throw new SlackError('invalid_code');
      if (grant.redirect_uri !== args.text('redirect_uri')) throw new SlackError('bad_redirect_uri');
      slack.installation.status = 'installed';
      for (const scope of grant.scopes) slack.app.scopes.add(scope);
      const { team } = slack.workspace;
      return {
        access_token: slack.app.bot_token,
        token_type: 'bot',
        scope: [...slack.app.scopes].join(','),
        bot_user_id: slack.app.bot_user_id,
        app_id: slack.app.app_id,
        team: { id: team.id, name: team.name },
        enterprise: null,
        authed_user: { id: grant.user },
        is_enterprise_install: false,
      };
    },
  },
  'apps.uninstall': {
    tier: '1',
    required: ['client_id', 'client_secret'],
    run(slack, args) {
      itIsTheApp(slack, args);
      void uninstall(slack, 'app_uninstalled_first');
      return {};
    },
  },
  'auth.revoke': {
    tier: '3',
    optional: ['test'],
    run(slack, args) {
      if (args.flag('test')) return { revoked: false };
      void revoke(slack);
      return { revoked: true };
    },
  },
};

function itIsTheApp(slack: Slack, args: Args): void {
  if (args.text('client_id') !== slack.app.client_id) throw new SlackError('invalid_client_id');
  if (args.text('client_secret') !== slack.app.client_secret) throw new SlackError('bad_client_secret');
}
