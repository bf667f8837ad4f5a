import { useEffect, useRef, useState } from 'preact/hooks';
import { isUnreachable } from './use-snapshot.ts';

const SHOWN_MS = 5_000;

/** A sentence that shows for a while; `act` shows why an act failed. */
export function useToast() {
  const [said, setSaid] = useState({ words: '', stamp: 0 });
  const say = (words: string) => setSaid({ words, stamp: Date.now() });
  const act = async (what: Promise<unknown>) => {
    try {
      await what;
    } catch (error) {
      if (isUnreachable(error)) say('The sandbox does not answer. Is it still running?');
      else say(error instanceof Error ? error.message : String(error));
    }
  };
  useEffect(() => {
    const timer = setTimeout(() => setSaid({ words: '', stamp: 0 }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said.stamp]);
  return { said: said.words, say, act };
}

/** A popover, so that it appears above an open modal too. */
export function Toast({ said }: { said: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said) box.current?.showPopover();
    else box.current?.hidePopover();
  }, [said]);
  return (
    <div class="toast" ref={box} popover="manual" role="status">
      {said}
    </div>
  );
}
