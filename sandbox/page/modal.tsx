import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeenView, ViewValues } from '../client.ts';
import { Blocks, type Entered } from './blocks/blocks.tsx';
import { Icon } from './icons.tsx';
import { usePage } from './store.ts';

/** The topmost modal. What is typed stays here until it is submitted. */
export function Modal({ stack }: { stack: SeenView[] }) {
  const { client, me, act } = usePage();
  const view = stack.at(-1);
  const [entered, setEntered] = useState<Record<string, Record<string, Entered>>>({});
  const [sending, setSending] = useState(false);
  const frame = useRef<HTMLDivElement>(null);

  const close = () => view && void act(client.closeView(me, view.id));
  useEffect(() => {
    const find = (what: string) => frame.current?.querySelector<HTMLElement>(what);
    const first = find('[data-autofocus]') ?? find('.block-input :is(input, textarea, button)');
    (first ?? find('footer button:last-child'))?.focus();
  }, []);
  useEffect(() => {
    frame.current?.querySelector('.field-error')?.scrollIntoView({ block: 'center' });
  }, [JSON.stringify(view?.errors)]);
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => e.key === 'Escape' && close();
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  if (!view) return null;

  // A redraw may have taken fields away that something was typed into.
  const typed = () => {
    const there = new Set(view.blocks.map((b) => String(b.block_id)));
    return Object.fromEntries(Object.entries(entered).filter(([block]) => there.has(block))) as ViewValues;
  };
  const submit = async (e: Event) => {
    e.preventDefault();
    setSending(true);
    await act(client.submitView(me, view.id, typed()));
    setSending(false);
  };
  const asks = view.blocks.some((b) => b.type === 'input');
  return (
    <div class="backdrop">
      <div
        class="modal"
        ref={frame}
        role="dialog"
        aria-modal="true"
        aria-label={view.title}
        data-testid="modal"
      >
        <form onSubmit={submit} noValidate>
          <header>
            {stack.length > 1 && <span class="stack-mark">{stack.length} of 3</span>}
            <h2>{view.title}</h2>
            <button type="button" class="quiet push-right" aria-label="Close" onClick={close}>
              <Icon name="close" />
            </button>
          </header>
          <div class="modal-body">
            {view.notice && (
              <p class="view-notice" role="alert">
                {view.notice}
              </p>
            )}
            <Blocks
              blocks={view.blocks}
              values={view.values}
              errors={view.errors}
              enter={(block, action, value) =>
                setEntered({ ...entered, [block]: { ...entered[block], [action]: value } })
              }
              entered={entered}
              press={(block_id, action_id, option) =>
                act(
                  client.press(me, {
                    view: view.id,
                    block_id,
                    action_id,
                    values: typed(),
                    ...(option === undefined ? {} : { option }),
                  }),
                )
              }
            />
          </div>
          <footer>
            <button type="button" class="button" onClick={close} data-testid="modal-close">
              {view.close ?? (stack.length > 1 ? 'Back' : asks || view.submit ? 'Cancel' : 'Close')}
            </button>
            {view.submit && (
              <button type="submit" class="button primary" disabled={sending} data-testid="modal-submit">
                {sending ? 'Sending…' : view.submit}
              </button>
            )}
          </footer>
        </form>
      </div>
    </div>
  );
}
