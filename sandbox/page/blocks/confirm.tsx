import { useEffect, useRef } from 'preact/hooks';
import type { Json } from '../../state/types.ts';
import { Text } from '../mrkdwn/mrkdwn.tsx';

/** "Are you sure?": shown before the action is sent. */
export function ConfirmDialog({ confirm, answer }: { confirm: Json; answer: (yes: boolean) => void }) {
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <div class="backdrop">
      <div
        class="modal confirm"
        role="alertdialog"
        aria-modal="true"
        data-testid="confirm"
        onKeyDown={(e) => {
          if (e.key !== 'Escape') return;
          e.stopPropagation();
          answer(false);
        }}
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
            <Text value={confirm.deny} />
          </button>
          <button
            type="button"
            ref={yes}
            class={`button ${confirm.style === 'danger' ? 'danger-solid' : 'primary'}`}
            data-testid="confirm-yes"
            onClick={() => answer(true)}
          >
            <Text value={confirm.confirm} />
          </button>
        </footer>
      </div>
    </div>
  );
}
