// Drawn here so that nothing is loaded from anywhere else.
const PATHS = {
  hash: 'M6 2 4.5 14M11.5 2 10 14M2.5 5.5h11M2 10.5h11',
  lock: 'M4 7V5a4 4 0 0 1 8 0v2M3 7h10v7H3z',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  send: 'M2 8 14 2l-4 12-2.5-5z',
  menu: 'M2 4h12M2 8h12M2 12h12',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  reply: 'M14 11a2 2 0 0 1-2 2H6l-4 2V4a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2z',
  bolt: 'M9 1 3 9h4l-1 6 6-8H8z',
  dots: 'M3 8h.01M8 8h.01M13 8h.01',
  chevron: 'm4 6 4 4 4-4',
  link: 'M7 9a3 3 0 0 0 4.5.3l2-2a3 3 0 0 0-4.3-4.2L8 4.2M9 7a3 3 0 0 0-4.5-.3l-2 2a3 3 0 0 0 4.3 4.2L8 11.8',
  check: 'm3 8.5 3.5 3.5L13 4.5',
};

export function Icon({ name, label }: { name: keyof typeof PATHS; label?: string }) {
  return (
    <svg
      class={`icon icon-${name}`}
      viewBox="0 0 16 16"
      role={label ? 'img' : 'presentation'}
      aria-label={label}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

const COLOURS = 8;

/** A square with a member's initials in a colour of their own; the app gets its own mark. */
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
  const sum = [...id].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, 7);
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
