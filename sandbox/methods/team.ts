import { botDisplayName } from '../state/people.ts';
import type { MethodTable } from './method.ts';

export const team: MethodTable = {
  'auth.test': {
    tier: 'special',
    run(slack) {
      const { workspace, app } = slack;
      return {
        url: `https://${workspace.team.domain}.slack.com/`,
        team: workspace.team.name,
        user: botDisplayName(slack).toLowerCase().replace(/\s+/g, '_'),
        team_id: workspace.team.id,
        user_id: app.bot_user_id,
        bot_id: app.bot_id,
        is_enterprise_install: false,
      };
    },
  },
  'team.info': {
    tier: '3',
    scope: 'team:read',
    optional: ['team', 'domain'],
    run: (slack) => ({ team: { ...slack.workspace.team, email_domain: '', icon: { image_default: true } } }),
  },
  'apps.connections.open': {
    tier: '3',
    token: 'app',
    run(slack) {
      return { url: slack.delivery.socketMode.connectionUrl(slack.origin) };
    },
  },
};
