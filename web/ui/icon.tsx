/** Line icons on a 24 grid, drawn for 16 to 24 px. */
const paths = {
  overview: 'M4 5h7v6H4zM13 5h7v10h-7zM4 13h7v6H4zM13 17h7v2h-7z',
  plant: 'M4 17l3-10h10l3 10zM9 7l-1 10M15 7l1 10M5.5 12h13M12 17v3',
  plants: 'M4 17l3-10h10l3 10zM9 7l-1 10M15 7l1 10M5.5 12h13M12 17v3',
  bell: 'M12 4a5 5 0 015 5c0 5 2 6 2 6H5s2-1 2-6a5 5 0 015-5zM10 19a2 2 0 004 0',
  licence: 'M5 4h14v16l-3-2-2 2-2-2-2 2-2-2-3 2zM9 9h6M9 13h6',
  service: 'M14 6a4 4 0 005 5l-8 8a2.8 2.8 0 01-4-4zM5 5l4 4',
  account: 'M12 5a3.5 3.5 0 110 7 3.5 3.5 0 010-7zM5 20a7 7 0 0114 0',
  inverter: 'M6 3.5h12v17H6zM9 7h6v4H9zM9.5 15h.01M12 15h.01M14.5 15h.01',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  signIn: 'M14 4h5v16h-5M4 12h11M11 8l4 4-4 4',
  signOut: 'M10 4H5v16h5M9 12h11M16 8l4 4-4 4',
  add: 'M12 5v14M5 12h14',
  edit: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  remove: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7',
  alert: 'M12 4l9 16H3zM12 10v5M12 17.5v.01',
  fault: 'M12 3.5a8.5 8.5 0 110 17 8.5 8.5 0 010-17zM12 8v5M12 16v.01',
  info: 'M12 3.5a8.5 8.5 0 110 17 8.5 8.5 0 010-17zM12 11v5M12 8v.01',
  noData: 'M3 12h4l2-5 4 10 2-5h6',
  circle: 'M12 5a7 7 0 110 14 7 7 0 010-14z',
  clock: 'M12 3.5a8.5 8.5 0 110 17 8.5 8.5 0 010-17zM12 7.5V12l3 2',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  eye: 'M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM12 9.5a2.5 2.5 0 110 5 2.5 2.5 0 010-5z',
  eyeOff:
    'M4 4l16 16M9.9 6.3A9 9 0 0112 6c6 0 9.5 6 9.5 6a16 16 0 01-3 3.5M6 8a16 16 0 00-3.5 4S6 18 12 18a9 9 0 003-.5M10.2 10.3a2.5 2.5 0 003.5 3.5',
  left: 'M14.5 5l-7 7 7 7',
  right: 'M9.5 5l7 7-7 7',
  latest: 'M6 5l7 7-7 7M18 5v14',
  down: 'M5 9l7 7 7-7',
  search: 'M10.5 4a6.5 6.5 0 110 13 6.5 6.5 0 010-13zM15.5 15.5L20 20',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  sun: 'M12 8a4 4 0 110 8 4 4 0 010-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 119.5 4.5a6.5 6.5 0 0010 10z',
  device: 'M4 5h16v11H4zM9 20h6M12 16v4',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0113 0c0 5-6.5 11-6.5 11zM12 7.5a2.5 2.5 0 110 5 2.5 2.5 0 010-5z',
  globe: 'M12 3.5a8.5 8.5 0 110 17 8.5 8.5 0 010-17zM3.5 12h17M12 3.5c3 3 3 14 0 17M12 3.5c-3 3-3 14 0 17',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9',
  chart: 'M4 19V5M4 19h16M8 15l4-5 3 3 5-6',
  swap: 'M4 9h14M14 5l4 4-4 4M20 15H6M10 11l-4 4 4 4',
  offline:
    'M4 4l16 16M8 12.5a6 6 0 012.5-1.3M4.5 9.5A11 11 0 018 7.3M19.5 9.5a11 11 0 00-7-3.1M16 12.5a6 6 0 00-1-.7M12 17.5v.01',
  office: 'M4 20V8l8-4 8 4v12M9 20v-5h6v5M8.5 11h.01M12 11h.01M15.5 11h.01',
  key: 'M8 8.5a3.5 3.5 0 110 7 3.5 3.5 0 010-7zM11.5 12H20v3M16.5 12v2.5',
  lock: 'M6.5 11h11v8.5h-11zM8.5 11V8a3.5 3.5 0 017 0v3M12 14.5v1.5',
  copy: 'M9 8h10v12H9zM15 8V4H5v12h4',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
} as const;

export type IconName = keyof typeof paths;

/** Decorative: the word beside it says the same, so it is hidden from screen readers. */
export function Icon({ name, size }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size ?? 18}
      height={size ?? 18}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** The sun of the brand, the only icon with a colour of its own. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <circle cx="12" cy="12" r="5.2" fill="var(--sun)" />
      <path
        stroke="var(--sun)"
        strokeWidth="2"
        strokeLinecap="round"
        d="M12 1.6v2.6M12 19.8v2.6M1.6 12h2.6M19.8 12h2.6M4.6 4.6l1.9 1.9M17.5 17.5l1.9 1.9M4.6 19.4l1.9-1.9M17.5 6.5l1.9-1.9"
      />
    </svg>
  );
}
