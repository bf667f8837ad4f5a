// Drawn here so that nothing is loaded from elsewhere.
const PATHS = {
  hash: 'M6 2 4.5 14M11.5 2 10 14M2.5 5.5h11M2 10.5h11',
  lock: 'M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3 7h10v7H3z',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  send: 'M2 8 14 2l-4 12-2.5-5z',
  menu: 'M2 4h12M2 8h12M2 12h12',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  reply: 'M14 11a2 2 0 0 1-2 2H6l-4 2V4a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2z',
  bolt: 'M9 1 3 9h4l-1 6 6-8H8z',
  dots: 'M3 8h.01M8 8h.01M13 8h.01',
  chevron: 'm4 6 4 4 4-4',
  left: 'm10 4-4 4 4 4',
  right: 'm6 4 4 4-4 4',
  up: 'm4 10 4-4 4 4',
  down: 'm4 6 4 4 4-4',
  link: 'M7 9a3 3 0 0 0 4.5.3l2-2a3 3 0 0 0-4.3-4.2L8 4.2M9 7a3 3 0 0 0-4.5-.3l-2 2a3 3 0 0 0 4.3 4.2L8 11.8',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  circle: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 5.2v3.6M8 5h.01',
  file: 'M4 1.5h5l3.5 3.5v9.5h-8.5zM9 1.5v4h3.5',
  clip: 'M13.5 7.5 8 13a3.4 3.4 0 0 1-4.8-4.8l5.8-5.8a2.2 2.2 0 0 1 3.2 3.2l-5.7 5.7a1 1 0 0 1-1.5-1.5L10 4.8',
  pencil: 'm3 13 .6-2.8 7.2-7.2 2.2 2.2-7.2 7.2zM9.5 4.3l2.2 2.2',
  bin: 'M2.5 4.5h11M6 4.5V2.8h4v1.7M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4',
  box: 'M2 5 8 2l6 3v6l-6 3-6-3zM2 5l6 3 6-3M8 8v6',
  play: 'M5 3v10l8-5z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zm3.3 7.8L14 14',
  pulse: 'M1.5 8h3l2-5 3 10 2-5h3',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  moon: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z',
  screen: 'M2 3h12v8H2zM5.5 14h5M8 11v3',
  pin: 'M6 2h4l-.5 4L12 8.5H4L6.5 6zM8 8.5V14',
  smile: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.6 9.4c1.2 1.7 3.6 1.7 4.8 0M6 6.4h.01M10 6.4h.01',
  home: 'M2.5 7.5 8 2.5l5.5 5M4 6.5V13.5h8V6.5',
  people:
    'M6 3a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 0 0 6 3zM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 3.2a2.3 2.3 0 0 1 0 4.3M12 9.8c1.5.5 2.5 1.8 2.5 3.7',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, label }: { name: IconName; label?: string }) {
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
