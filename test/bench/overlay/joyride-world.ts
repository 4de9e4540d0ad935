import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Joyride } from "react-joyride";
import { eyesOn } from "./probe.ts";
import { BODIES, TITLES } from "./tour.ts";

/** react-joyride in the page, in a React root of its own, as in an app that has nothing else. */

const PADDING = 10;
const container = document.body.appendChild(document.createElement("div"));
const root = createRoot(container);
let round = 0;

const still = document.head.appendChild(document.createElement("style"));
still.textContent =
  '[class^="react-joyride"], [class^="react-joyride"] * { transition: none !important }';

const world = eyesOn({
  start({ targets, animated }) {
    still.disabled = animated;
    const due = performance.now();
    round++;
    root.render(
      createElement(Joyride, {
        key: round,
        run: true,
        continuous: true,
        options: { skipBeacon: true, showProgress: true, spotlightPadding: PADDING },
        steps: targets.map((target, at) => ({ target, title: TITLES[at], content: BODIES[at] })),
      }),
    );
    return due;
  },
  stop: () => root.render(null),
  look() {
    const hole = document.querySelector<SVGElement>(".react-joyride__spotlight path:nth-child(2)");
    const open = hole && Number(getComputedStyle(hole).opacity) < 0.01;
    const { x, y, width, height } = hole?.getBoundingClientRect() ?? new DOMRect();
    return {
      card: document.querySelector(".react-joyride__tooltip"),
      next: document.querySelector(".react-joyride__tooltip [data-action=primary]"),
      spot: open
        ? {
            x: x + PADDING,
            y: y + PADDING,
            width: width - 2 * PADDING,
            height: height - 2 * PADDING,
          }
        : null,
    };
  },
});

Object.assign(globalThis, { joyrideWorld: world });
