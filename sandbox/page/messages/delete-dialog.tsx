import type { SeenMessage } from '../../client.ts';
import { ConfirmDialog } from '../blocks/confirm.tsx';
import { usePage } from '../store.ts';

const SURE = {
  title: { text: 'Delete this message?' },
  text: { text: 'It is deleted for everybody, and the app is notified.' },
  confirm: { text: 'Delete' },
  deny: { text: 'Keep it' },
  style: 'danger',
};

export function DeleteDialog({ message, done }: { message: SeenMessage; done: () => void }) {
  const { client, me, act } = usePage();
  return (
    <ConfirmDialog
      confirm={SURE}
      answer={(yes) => {
        done();
        if (yes) void act(client.remove(me, { channel: message.channel, ts: message.ts }));
      }}
    />
  );
}
