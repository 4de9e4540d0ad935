import { type Driver, driver } from "driver.js";
import css from "driver.js/dist/driver.css?inline";
import { eyesOn } from "./probe.ts";
import { BODIES, TITLES } from "./tour.ts";

/** driver.js in the page, as its documentation starts it. */

const PADDING = 10;
let running: Driver | undefined;

document.head.append(Object.assign(document.createElement("style"), { textContent: css }));

const world = eyesOn({
  start({ targets, animated }) {
    const due = performance.now();
    running = driver({
      animate: animated,
      showProgress: true,
      stagePadding: PADDING,
      steps: targets.map((element, at) => ({
        element,
        popover: { title: TITLES[at] ?? "", description: BODIES[at] ?? "" },
      })),
    });
    running.drive();
    return due;
  },
  stop: () => running?.destroy(),
  look() {
    const drawing = document.querySelector(".driver-overlay path")?.getAttribute("d") ?? "";
    // The hole: "M x,y h width a r,r … v height", begun behind its first corner.
    const hole = /Z\s*M([\d.-]+),([\d.-]+) h([\d.-]+) a([\d.-]+),.*? v([\d.-]+)/.exec(drawing);
    const [x = 0, y = 0, width = 0, radius = 0, height = 0] = (hole ?? []).slice(1).map(Number);
    return {
      card: document.querySelector(".driver-popover"),
      next: document.querySelector(".driver-popover-next-btn"),
      spot: hole && {
        x: x - radius + PADDING,
        y: y + PADDING,
        width: width + 2 * radius - 2 * PADDING,
        height: height + 2 * radius - 2 * PADDING,
      },
    };
  },
});

Object.assign(globalThis, { driverWorld: world });
