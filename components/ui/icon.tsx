const PATHS = {
  play: "M5 3.5v9l7-4.5z",
  stop: "M4.5 4.5h7v7h-7z",
  check: "m3.5 8.5 3 3 6-7",
  copy: "M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z",
  close: "m4 4 8 8m0-8-8 8",
  warning: "M8 2.5 14.5 13.5H1.5zM8 6.5v3.2m0 1.8v.1",
  refresh: "M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3",
  send: "m2.5 8 11-5-4 10.5-2.5-4.5zM7 9l3-2.5",
  gear: "M2 5h6m4 0h2M2 11h2m4 0h6M8 5a2 2 0 1 0 4 0 2 2 0 0 0-4 0zM4 11a2 2 0 1 0 4 0 2 2 0 0 0-4 0z",
  chart: "M2.5 13.5h11M4 11V8m4 3V3m4 8V6",
  trash: "M3 4.5h10m-6.5 0v-2h3v2M4.5 4.5l.5 9h6l.5-9",
  download: "M8 2.5V10m-3-3 3 3 3-3M3 13.5h10",
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11m-7 0v6",
  globe: "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M2 8h12M8 2c-4 4-4 8 0 12 4-4 4-8 0-12",
  record: "M8 4a4 4 0 1 0 0 8 4 4 0 1 0 0-8",
  pause: "M5.5 3.5v9m5-9v9",
  undo: "M6 3 3 6l3 3M3 6h6a3.5 3.5 0 0 1 0 7H6",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9m3.5 8 3 3",
  bold: "M5 3h3.5a2.4 2.4 0 0 1 0 4.8H5zm0 4.8h4.2a2.6 2.6 0 0 1 0 5.2H5z",
  italic: "M6.5 3h5m-7 10h5M10 3 6 13",
  code: "m5.5 4.5-3.5 3.5 3.5 3.5m5-7 3.5 3.5-3.5 3.5",
  heading: "M4 3v10m8-10v10M4 8h8",
  bullets: "M6 4h7.5M6 8h7.5M6 12h7.5M2.6 4h.1m-.1 4h.1m-.1 4h.1",
  numbers: "M6.5 4h7m-7 4h7m-7 4h7M2 3.2l1.2-.7v3.3M2 9.6c.3-1 2-.9 2 .1 0 .8-2 2-2 2.5h2",
  link: "M6.5 9.5a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.7.7m1.7 2a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.7-.7",
  person: "M8 2.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5M3 13.5c.4-5 9.6-5 10 0",
  image: "M2.5 3h11v10h-11zm0 8 3-3 2.5 2.5L11 7l2.5 3M5.6 5.6h.1",
  redo: "m10 3 3 3-3 3m3-3H7a3.5 3.5 0 0 0 0 7h3",
  plus: "M8 3v10M3 8h10",
  up: "m4 10 4-4 4 4",
  down: "m4 6 4 4 4-4",
  back: "m9.5 3.5-4.5 4.5 4.5 4.5",
  box: "M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 8.5h3",
  grip: "M6 4h.1M6 8h.1M6 12h.1M10 4h.1M10 8h.1M10 12h.1",
  target: "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2m0 4a2 2 0 1 0 0 4 2 2 0 1 0 0-4",
  edit: "m3 13 .7-3L11 2.7l2.3 2.3L6 12.3zM9.5 4.2l2.3 2.3",
  tab: "M2.5 4.5v9h9v-4M8.5 2.5h5v5m0-5-6 6",
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing of 16 × 16 px in the colour of the text beside it, which says what it means. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
