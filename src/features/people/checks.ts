import type { Check } from '../../core/declare/check.ts';
import { count, listOf } from '../../core/text/sentence.ts';
import { openChannels } from './channels/actions.ts';
import { purposes } from './channels/model.ts';
import { listChannels } from './channels/store.ts';
import { countAdmins } from './store.ts';

export const setup: readonly Check[] = [
  {
    title: 'Admins',
    async look(ctx) {
      const admins = await countAdmins(ctx.engine.database.scope(ctx.workspace.id));
      return admins > 0
        ? { ok: true, finding: `${count(admins, 'person', 'people')} can change roles` }
        : { ok: false, finding: 'nobody yet: an admin of the Slack workspace runs /ops setup' };
    },
  },
  {
    title: 'Channels',
    fix: { label: 'Choose channels', action: openChannels },
    async look(ctx) {
      const channels = await listChannels(ctx.engine.database.scope(ctx.workspace.id));
      return channels.has('alerts')
        ? { ok: true, finding: `${count(channels.size, 'channel')} chosen` }
        : { ok: false, finding: 'none for alerts yet: issues are posted where they are raised' };
    },
  },
];

export const health: readonly Check[] = [
  {
    title: 'Channels',
    async look(ctx) {
      const channels = await listChannels(ctx.engine.database.scope(ctx.workspace.id));
      const used = [...new Set(channels.values())];
      const faults = await Promise.all(
        used.map(async (channel) => {
          const footing = await ctx.engine.places.look(channel);
          // A Slack that does not answer is a line of its own.
          if (footing.ok || !footing.sure) return [];
          const labels = purposes.flatMap(({ key, label }) => (channels.get(key) === channel ? [label] : []));
          const where = footing.name ? `#${footing.name}` : 'its channel';
          return [`${listOf(labels)}, ${where}: ${footing.why} ${footing.next}`];
        }),
      );
      const said = faults.flat();
      if (said.length > 0)
        return { ok: false, finding: [...said, '/ops channels shows them all.'].join(' ') };
      const finding = used.length === 0 ? 'none chosen' : `${count(used.length, 'channel')}, all open to me`;
      return { ok: true, finding };
    },
  },
];
