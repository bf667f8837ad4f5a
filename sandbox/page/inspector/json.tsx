/** A payload as sent over the wire. */
export function Json({ title, value }: { title: string; value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <section class="json">
      <h3>{title}</h3>
      {value === null || value === undefined ? <p class="nothing">Empty</p> : <pre>{text}</pre>}
    </section>
  );
}
