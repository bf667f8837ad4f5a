import { roleOf } from '../names.ts';
import { usePage, useZone } from '../store.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icons.tsx';
import { Menu } from '../ui/menu.tsx';

/** The current member, and everybody else to switch to. */
export function Acting() {
  const { overview, me, actAs } = usePage();
  const zone = useZone();
  const people = overview.members.filter((m) => !m.is_bot && !m.deleted);
  const mine = people.find((m) => m.id === me);
  return (
    <Menu
      label="Act as"
      look="bare"
      testId="member-switcher"
      picked={[me]}
      face={
        <>
          {mine && <Avatar id={mine.id} name={mine.real_name} />}
          <span class="acting-name">
            <b>{mine?.real_name}</b>
            <small>
              {[mine && roleOf(mine, overview), zone.replaceAll('_', ' ')]
                .filter((words) => words)
                .join(' · ')}
            </small>
          </span>
          <Icon name="chevron" label="Act as somebody else" />
        </>
      }
      choices={people.map((m) => {
        const badge = roleOf(m, overview);
        return {
          value: m.id,
          label: m.real_name,
          note: m.tz.replaceAll('_', ' '),
          picture: <Avatar id={m.id} name={m.real_name} small />,
          ...(badge ? { badge } : {}),
        };
      })}
      onPick={([picked]) => picked && actAs(picked)}
    />
  );
}
