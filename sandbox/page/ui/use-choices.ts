import { useEffect, useState } from 'preact/hooks';
import type { Choice } from './menu-list.tsx';

/** The given choices filtered by the typed text, or the suggestions for it. */
export function useChoices(
  choices: Choice[],
  typed: string,
  suggest: ((typed: string) => Promise<Choice[]>) | undefined,
): { shown: Choice[]; asking: boolean } {
  const [suggested, setSuggested] = useState<Choice[]>();
  useEffect(() => {
    if (!suggest) return;
    let latest = true;
    setSuggested(undefined);
    void suggest(typed).then((found) => {
      // An answer to an earlier text comes too late.
      if (latest) setSuggested(found);
    });
    return () => {
      latest = false;
    };
  }, [typed]);
  if (suggest) return { shown: suggested ?? [], asking: suggested === undefined };
  const wanted = typed.toLowerCase();
  return { shown: choices.filter((c) => c.label.toLowerCase().includes(wanted)), asking: false };
}
