/** Arrow keys move from message to message, so that a message's tools are reachable without a mouse. */
export function walk(e: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[e.key];
  const from = e.target instanceof HTMLElement ? e.target.closest('article') : null;
  // A menu or field inside the message keeps the arrows.
  if (step === undefined || e.target !== from) return;
  const rows = [...e.currentTarget.querySelectorAll<HTMLElement>('article')];
  const next = rows[from ? rows.indexOf(from) + step : -1];
  if (!next) return;
  e.preventDefault();
  next.focus();
}
