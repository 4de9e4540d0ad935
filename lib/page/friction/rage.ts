/** E12 of docs/spec/events.md. */
const CLICKS = 3;
const NEAR_PX = 30;
const SOON_MS = 1_000;

export interface Pressed {
  x: number;
  y: number;
  /** In ms, on any clock. */
  at: number;
}

/** Tells of each click whether it is the one that makes a rage click of those before it. */
export function createRage(): (click: Pressed) => boolean {
  let last: Pressed | undefined;
  let run = 0;
  return (click) => {
    const goesOn =
      last !== undefined &&
      Math.hypot(click.x - last.x, click.y - last.y) < NEAR_PX &&
      click.at - last.at < SOON_MS;
    run = goesOn ? run + 1 : 1;
    last = click;
    return run === CLICKS;
  };
}
