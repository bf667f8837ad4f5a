/** Arrows go from message to message, so that its tools can be reached without a mouse. */
export function walk(e: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[e.key];
  const from = e.target instanceof HTMLElement ? e.target.closest('article') : null;
  // A menu or a field within the message has the arrows for itself.
  if (step === undefined || e.target !== from) return;
  const rows = [...e.currentTarget.querySelectorAll<HTMLElement>('article')];
  const next = rows[from ? rows.indexOf(from) + step : -1];
  if (!next) return;
  e.preventDefault();
  next.focus();
}
