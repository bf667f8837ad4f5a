import type { Json } from '../../state/types.ts';
import { Text } from '../mrkdwn/mrkdwn.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { wordsOf } from './surface.ts';

/** "Are you sure?": shown before the action is sent. */
export function ConfirmDialog({ confirm, answer }: { confirm: Json; answer: (yes: boolean) => void }) {
  const danger = confirm.style === 'danger';
  return (
    <Dialog
      label={wordsOf(confirm.title)}
      class="modal confirm"
      testId="confirm"
      role="alertdialog"
      onClose={() => answer(false)}
    >
      <header>
        <h2>
          <Text value={confirm.title} />
        </h2>
      </header>
      <div class="modal-body">
        <Text value={confirm.text} />
      </div>
      <footer>
        <button type="button" class="button" data-testid="confirm-deny" onClick={() => answer(false)}>
          <Text value={confirm.deny ?? { text: 'No' }} />
        </button>
        <button
          type="button"
          class={`button ${danger ? 'danger-solid' : 'primary'}`}
          data-autofocus=""
          data-testid="confirm-yes"
          onClick={() => answer(true)}
        >
          <Text value={confirm.confirm ?? { text: 'Yes' }} />
        </button>
      </footer>
    </Dialog>
  );
}
