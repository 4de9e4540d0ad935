import { expect, type Page } from "@playwright/test";
import type { Isolated } from "../../support/isolate.ts";
import type { World } from "../page/support/world.ts";

/** Hands that have a keyboard and no mouse. */
export interface Keyboard {
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Tabs until the focus is on what is called so, which must then lie in the window. */
  reach(name: string): Promise<void>;
  /** Name of what has the focus, also in the overlay. */
  focused(): Promise<string>;
}

interface Focused {
  name: string;
  visible: boolean;
}

/** Longer than any way around the page and a card. */
const MOST_TABS = 40;

/** The element with the focus: its name as far as the tests need it, and whether all of it can be seen. */
const FOCUSED = `(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const root = at?.getRootNode();
  const labelled = root?.getElementById?.(at?.getAttribute("aria-labelledby"))?.textContent;
  const name = at?.getAttribute("aria-label") ?? labelled ?? at?.labels?.[0]?.textContent ?? at?.textContent;
  const box = at?.getBoundingClientRect();
  const visible = !!box && box.width > 0 && box.top >= -1 && box.left >= -1
    && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
  return { name: (name ?? "").trim(), visible };
})()`;

export function keyboardOf(page: Page, world: Isolated<World>): Keyboard {
  const look = () => world.evaluate<Focused>(FOCUSED);
  return {
    focused: async () => (await look()).name,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    async reach(name) {
      const seen: string[] = [];
      for (let tabs = 0; tabs <= MOST_TABS; tabs++) {
        const at = await look();
        if (at.name.startsWith(name)) {
          await expect
            .poll(async () => (await look()).visible, `${name} is in the window`)
            .toBe(true);
          return;
        }
        seen.push(at.name);
        await page.keyboard.press("Tab");
      }
      throw new Error(`no Tab leads to "${name}", but to ${[...new Set(seen)].join(", ")}`);
    },
  };
}
