import type { Locator, Page } from "@playwright/test";
import { agentReady } from "../agent-ready.ts";

const HOUR = 3_600_000;

export interface RandomUser {
  /** Does something, and says what. */
  act(): Promise<string>;
  /** Everything that was done so far. */
  did: ReadonlySet<string>;
}

/** Somebody who does one thing after the other in one of their tabs: always the same for the same seed. */
export function createUser(
  seed: number,
  tabs: readonly Page[],
  letPass: (ms: number) => Promise<void>,
): RandomUser {
  const random = numbersFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const did = new Set<string>();

  const load = async (page: Page, path: string) => {
    await page.goto(new URL(path, page.url()).href);
    await agentReady(page);
  };
  /** What is not there, or behind a guide that blocks the page, is left alone. */
  const tryTo = async (what: Locator): Promise<void> => {
    const count = await what.count();
    if (count === 0) return;
    const one = what.nth(Math.floor(random() * count));
    await one.click({ timeout: 1_500 }).catch((error: Error) => {
      if (error.name !== "TimeoutError") throw error;
    });
  };
  const overlay = (page: Page) => page.locator("waymark-overlay");
  const card = (page: Page) => overlay(page).getByRole("dialog");
  const button = (page: Page, name: RegExp) => card(page).getByRole("button", { name });

  const ACTIONS: Record<string, (page: Page) => Promise<unknown>> = {
    "closes a guide": (page) => tryTo(overlay(page).getByRole("button", { name: /^Close/ })),
    "puts a guide off": (page) => tryTo(button(page, /^Not now/)),
    "goes on with a guide": (page) => tryTo(button(page, /^(Next|Done|Got it|Skip|Send)/)),
    "goes home": (page) => load(page, "/"),
    "goes to another page": (page) => load(page, "/leave.html"),
    "goes to another route": (page) => tryTo(page.locator("text=Reports")),
    saves: (page) => tryTo(page.locator("#save")),
    "comes back after two hours": () => sleep(2 * HOUR),
    "comes back the next day": () => sleep(26 * HOUR),
    "comes back after four days": () => sleep(96 * HOUR),
  };
  async function sleep(ms: number) {
    await letPass(ms);
    for (const page of tabs) await load(page, "/");
  }

  return {
    did,
    async act() {
      const open: Page[] = [];
      for (const page of tabs) if ((await card(page).count()) > 0) open.push(page);
      // Who sees a guide mostly does something about it.
      const about = open.length > 0 && random() < 0.6;
      const what = pick(about ? Object.keys(ACTIONS).slice(0, 3) : Object.keys(ACTIONS));
      await ACTIONS[what]?.(about ? pick(open) : pick(tabs));
      did.add(what);
      return what;
    },
  };
}

/** Numbers in [0, 1) that follow from the seed. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
