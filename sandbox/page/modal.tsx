import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeenView, ViewValues } from '../client.ts';
import { Blocks, type Entered } from './blocks/blocks.tsx';
import { usePage } from './store.ts';
import { surfaceOf } from './surfaces.ts';
import { Dialog } from './ui/dialog.tsx';
import { Icon } from './ui/icons.tsx';

/** The topmost of the member's modals; those below wait. */
export function ModalStack() {
  const { views } = usePage();
  const top = views.at(-1);
  return top ? <Modal key={top.id} view={top} depth={views.length} /> : null;
}

/** A modal. Typed values stay here until submission, and are discarded only after a question. */
function Modal({ view, depth }: { view: SeenView; depth: number }) {
  const page = usePage();
  const { client, me, act } = page;
  const [entered, setEntered] = useState<Record<string, Record<string, Entered>>>({});
  const [sending, setSending] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const body = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const first = body.current?.querySelector<HTMLElement>('.block-input :is(input, textarea, button)');
    if (!body.current?.querySelector('[data-autofocus]')) first?.focus();
  }, []);
  useEffect(() => {
    const wrong = body.current?.querySelector<HTMLElement>('.wrong :is(input, textarea, button)');
    wrong?.focus();
    wrong?.scrollIntoView({ block: 'center' });
  }, [JSON.stringify(view.errors)]);

  // A redraw may have removed fields with typed values.
  const typed = () => {
    const there = new Set(view.blocks.map((b) => String(b.block_id)));
    return Object.fromEntries(Object.entries(entered).filter(([block]) => there.has(block))) as ViewValues;
  };
  const close = () => void act(client.closeView(me, view.id));
  const submit = async (e: Event) => {
    e.preventDefault();
    if (sending) return;
    setSending(true);
    await act(client.submitView(me, view.id, typed()));
    setSending(false);
  };
  return (
    <Dialog
      label={view.title}
      class="modal"
      testId="modal"
      onClose={() => (Object.keys(entered).length > 0 ? setLeaving(!leaving) : close())}
    >
      <form onSubmit={submit} noValidate>
        <header>
          {depth > 1 && <span class="stack-mark">{depth} of 3</span>}
          <h2>{view.title}</h2>
          <button type="button" class="quiet push-right" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <div class="modal-body" ref={body}>
          {view.notice && (
            <p class="view-notice" role="alert">
              {view.notice}
            </p>
          )}
          <Blocks
            blocks={view.blocks}
            values={view.values}
            errors={view.errors}
            entered={entered}
            enter={(block, action, value) =>
              setEntered((now) => ({ ...now, [block]: { ...now[block], [action]: value } }))
            }
            {...surfaceOf(page, { view: view.id }, typed)}
          />
        </div>
        {leaving ? (
          <LeaveBar stay={() => setLeaving(false)} leave={close} />
        ) : (
          <ModalButtons view={view} depth={depth} sending={sending} close={close} />
        )}
      </form>
    </Dialog>
  );
}

function ModalButtons(props: { view: SeenView; depth: number; sending: boolean; close: () => void }) {
  const { view, depth, sending, close } = props;
  const asks = view.submit !== undefined || view.blocks.some((b) => b.type === 'input');
  return (
    <footer>
      <button type="button" class="button" onClick={close} data-testid="modal-close">
        {view.close ?? (depth > 1 ? 'Back' : asks ? 'Cancel' : 'Close')}
      </button>
      {view.submit && (
        <button type="submit" class="button primary" aria-disabled={sending} data-testid="modal-submit">
          {sending && <span class="spinner" aria-hidden="true" />}
          {sending ? 'Sending…' : view.submit}
        </button>
      )}
    </footer>
  );
}

/** Esc after typing: a slip should not lose a form. */
function LeaveBar({ stay, leave }: { stay: () => void; leave: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    keep.current?.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return (
    <footer>
      <span class="push-left" role="alert">
        Discard what you typed?
      </span>
      <button type="button" class="button" ref={keep} onClick={stay}>
        Keep editing
      </button>
      <button type="button" class="button danger-solid" data-testid="modal-leave" onClick={leave}>
        Discard
      </button>
    </footer>
  );
}
