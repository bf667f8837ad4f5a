import type { SeenMessage } from '../../client.ts';
import { permalinkOf } from '../address.ts';
import { Emoji } from '../mrkdwn/mrkdwn.tsx';
import { usePage } from '../store.ts';
import { Icon } from '../ui/icons.tsx';
import { Menu } from '../ui/menu.tsx';

const QUICK = ['white_check_mark', 'eyes', '+1', 'tada', 'heart', 'x', 'warning', 'rocket'];
// No callback_id of an app begins with a space.
const COPY_LINK = ' link';
const EDIT = ' edit';
const DELETE = ' delete';

interface ToolsProps {
  message: SeenMessage;
  inThread: boolean;
  edit: () => void;
  remove: () => void;
}

/** A message's actions: react, reply, copy its link, the app's shortcuts; edit or delete one's own. */
export function Tools({ message, inThread, edit, remove }: ToolsProps) {
  const { openThread, client, me, act } = usePage();
  const at = { channel: message.channel, ts: message.ts };
  return (
    <div class="tools">
      <Menu
        label="Add a reaction"
        face={<Icon name="smile" />}
        look="quiet"
        testId="react"
        choices={QUICK.map((name) => ({
          value: name,
          label: name.replaceAll('_', ' '),
          picture: <Emoji name={name} />,
        }))}
        onPick={([name]) => act(client.react(me, at, name ?? ''))}
      />
      {!inThread && (
        <button
          type="button"
          class="quiet"
          title="Reply in thread"
          data-testid="reply"
          onClick={() => openThread(message.thread_ts ?? message.ts)}
        >
          <Icon name="reply" label="Reply in thread" />
        </button>
      )}
      <MoreMenu message={message} edit={edit} remove={remove} />
    </div>
  );
}

function MoreMenu({ message, edit, remove }: Omit<ToolsProps, 'inThread'>) {
  const { overview, client, me, act, say } = usePage();
  const own = message.user === me && !message.is_bot;
  const shortcuts = overview.shortcuts
    .filter((s) => s.type === 'message')
    .map((s) => ({ value: s.callback_id, label: s.name, note: s.description, group: overview.bot.name }));
  const group = shortcuts.length > 0 ? { group: 'Message' } : {};
  const pick = async (picked: string) => {
    if (picked === EDIT) return edit();
    if (picked === DELETE) return remove();
    if (picked !== COPY_LINK)
      return act(client.shortcut(me, picked, { channel: message.channel, ts: message.ts }));
    await act(navigator.clipboard.writeText(permalinkOf(message)));
    say('Link copied');
  };
  return (
    <Menu
      label="More actions"
      face={<Icon name="dots" />}
      look="quiet"
      testId="message-menu"
      choices={[
        ...shortcuts,
        { value: COPY_LINK, label: 'Copy link', ...group },
        ...(own
          ? [
              { value: EDIT, label: 'Edit', ...group },
              { value: DELETE, label: 'Delete', ...group },
            ]
          : []),
      ]}
      onPick={([picked]) => pick(picked ?? '')}
    />
  );
}
