import type { SeenChannel } from '../client.ts';
import { Avatar, Icon } from './icons.tsx';
import { lastRead, usePage } from './store.ts';

export function Sidebar({
  open,
  close,
  actAs,
}: {
  open: boolean;
  close: () => void;
  actAs: (user: string) => void;
}) {
  const { overview, me } = usePage();
  const people = overview.members.filter((m) => !m.is_bot && !m.deleted);
  const mine = people.find((m) => m.id === me);
  const channels = overview.channels.filter((c) => c.kind !== 'im');
  const dm = overview.channels.find((c) => c.kind === 'im');
  return (
    <>
      {open && <button type="button" class="shade" aria-label="Close the sidebar" onClick={close} />}
      <nav class={open ? 'sidebar open' : 'sidebar'}>
        <div class="workspace">
          <span class="workspace-mark" aria-hidden="true">
            {overview.team.name[0]}
          </span>
          <div>
            <strong>{overview.team.name}</strong>
            <Connection />
          </div>
        </div>
        <label class="acting">
          <span>Acting as</span>
          <span class="acting-box">
            {mine && <Avatar id={mine.id} name={mine.real_name} small />}
            <select data-testid="member-switcher" value={me} onChange={(e) => actAs(e.currentTarget.value)}>
              {people.map((m) => (
                <option key={m.id} value={m.id}>
                  {m.real_name}
                  {roleOf(m)}
                </option>
              ))}
            </select>
            <Icon name="chevron" />
          </span>
          {mine && <small>{mine.tz.replace('_', ' ')}</small>}
        </label>
        <h2>Channels</h2>
        <ul>
          {channels.map((c) => (
            <Row key={c.id} channel={c} name={c.name} />
          ))}
        </ul>
        <h2>Apps</h2>
        <ul>{dm && <Row channel={dm} name={overview.bot.name} />}</ul>
      </nav>
    </>
  );
}

function Row({ channel, name }: { channel: SeenChannel; name: string }) {
  const { channel: current, go, me, overview } = usePage();
  const im = channel.kind === 'im';
  const active = channel.id === current;
  const unread = !active && channel.latest > lastRead(me, channel.id);
  return (
    <li>
      <button
        type="button"
        class={`row ${active ? 'active' : ''} ${unread ? 'unread' : ''}`}
        data-testid={im ? 'channel-bot' : `channel-${name}`}
        aria-current={active ? 'page' : undefined}
        onClick={() => go(channel.id)}
      >
        {im ? (
          <Avatar id={overview.bot.user_id} name={name} bot small />
        ) : (
          <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />
        )}
        <span class="row-name">{name}</span>
        {channel.is_ext_shared && <Icon name="link" label="shared with another workspace" />}
        {unread && <span class="dot" role="img" aria-label="unread" />}
      </button>
    </li>
  );
}

function Connection() {
  const { overview } = usePage();
  const socket = overview.delivery === 'socket';
  const up = !socket || overview.connections > 0;
  const words = socket ? (up ? 'app connected' : 'waiting for the app') : 'app over HTTP';
  return <span class={up ? 'connection up' : 'connection'}>{words}</span>;
}

function roleOf(member: { is_owner: boolean; is_admin: boolean; is_restricted: boolean }): string {
  if (member.is_owner) return ' · owner';
  if (member.is_admin) return ' · admin';
  return member.is_restricted ? ' · guest' : '';
}
