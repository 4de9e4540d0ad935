import { type Browser, chromium } from "@playwright/test";
import { ensureBrowser } from "../../support/install-browser.ts";
import type { Bench, Figure } from "../bench.ts";
import { scrollFigures, timeFigures } from "./figures.ts";
import { PLAIN_PAGE, startPages } from "./pages.ts";
import { measureScrolling } from "./scrolling.ts";
import { measureSizes } from "./sizes.ts";
import { measureFirst, measureTimes } from "./timing.ts";

const ROUNDS = 32;
/** Animations take the same time whatever else there is, so fewer show it. */
const ANIMATED_ROUNDS = 8;
const SCROLL_ROUNDS = 4;

export const overlayBench: Bench = {
  name: "overlay",
  title: "How fast a guide is on the screen, beside driver.js and react-joyride",
  async run(say) {
    say("Sizes");
    const figures: Figure[] = await measureSizes();
    await using life = new AsyncDisposableStack();
    const { path } = await ensureBrowser();
    const browser = await chromium.launch({
      executablePath: path,
      chromiumSandbox: process.platform !== "linux",
    });
    life.defer(() => browser.close());

    say("The first step in a page that was just loaded");
    await using first = await openPage(browser, false);
    const firsts = await measureFirst(first.page, PLAIN_PAGE, ROUNDS);
    figures.push(...timeFigures("first", firsts, "open"));

    say("Steps with the animations that the tools come with");
    await using lively = await openPage(browser, true);
    const animated = { rounds: ANIMATED_ROUNDS, animated: true };
    const shows = await measureTimes(lively.page, PLAIN_PAGE, animated);
    figures.push(...timeFigures("animated.open", shows, "open"));
    figures.push(...timeFigures("animated.next", shows, "next"));

    for (const where of await startPages(life)) {
      say(`Steps without animations, page "${where.name}"`);
      await using still = await openPage(browser, false);
      const times = await measureTimes(still.page, where, { rounds: ROUNDS, animated: false });
      figures.push(...timeFigures(`open.${where.name}`, times, "open"));
      figures.push(...timeFigures(`next.${where.name}`, times, "next"));
      figures.push(...timeFigures(`open.${where.name}.work`, times, "openWork"));
      figures.push(...timeFigures(`next.${where.name}.work`, times, "nextWork"));
      const { scroller } = where;
      if (!scroller) continue;
      say(`Scrolling, page "${where.name}"`);
      await using rolled = await openPage(browser, false);
      const costs = await measureScrolling(
        browser,
        rolled.page,
        { ...where, scroller },
        SCROLL_ROUNDS,
      );
      figures.push(...scrollFigures(`scroll.${where.name}`, costs));
    }
    return figures;
  },
};

async function openPage(browser: Browser, animated: boolean) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: animated ? "no-preference" : "reduce",
  });
  return { page, [Symbol.asyncDispose]: () => page.close() };
}
