import type { SeenChannel } from '../../client.ts';
import { lastRead } from '../kept.ts';
import { isAppDm, nameOf, partnerOf } from '../names.ts';
import { usePage } from '../store.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icons.tsx';

const MOST = 99;

/** A conversation: bold with unread messages, with a number when some mention this member. */
export function Row({ channel }: { channel: SeenChannel }) {
  const { channel: current, go, me, overview, notifications } = usePage();
  const name = nameOf(channel, overview);
  const active = channel.id === current;
  const read = lastRead(me, channel.id);
  const unread = !active && channel.latest > read;
  const calling = active ? 0 : notifications.filter((n) => n.channel === channel.id && n.ts > read).length;
  return (
    <li>
      <button
        type="button"
        class={`row ${active ? 'active' : ''} ${unread ? 'unread' : ''}`}
        data-testid={isAppDm(channel, overview) ? 'channel-bot' : `channel-${name}`}
        aria-current={active ? 'page' : undefined}
        onClick={() => go(channel.id)}
      >
        <Face channel={channel} />
        <span class="row-name">{name}</span>
        {channel.is_ext_shared && <Icon name="link" label="shared with another workspace" />}
        {unread && calling === 0 && <span class="dot" role="img" aria-label="unread" />}
        {calling > 0 && (
          <span
            class="count"
            role="img"
            aria-label={`${calling} unread ${calling === 1 ? 'mention' : 'mentions'}`}
          >
            {calling > MOST ? `${MOST}+` : calling}
          </span>
        )}
      </button>
    </li>
  );
}

function Face({ channel }: { channel: SeenChannel }) {
  const { overview } = usePage();
  const partner = channel.kind === 'im' ? partnerOf(channel, overview) : undefined;
  if (partner) return <Avatar id={partner.id} name={partner.real_name} bot={partner.is_bot} small />;
  return <Icon name={channel.kind === 'mpim' ? 'people' : channel.kind === 'private' ? 'lock' : 'hash'} />;
}
