const COLOURS = 8;

/** A square with a member's initials in their colour; the app has its own mark. */
export function Avatar({
  id,
  name,
  bot = false,
  small = false,
}: {
  id: string;
  name: string;
  bot?: boolean;
  small?: boolean;
}) {
  const sum = [...id].reduce((total, letter) => (total * 37 + letter.charCodeAt(0)) % 9973, 7);
  const initials = name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const colour = bot ? 'avatar-app' : `avatar-${sum % COLOURS}`;
  return (
    <span class={`avatar ${colour} ${small ? 'small' : ''}`} aria-hidden="true">
      {initials}
    </span>
  );
}
