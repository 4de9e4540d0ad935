import { expect, type Locator, type Page } from "@playwright/test";
import type { Guide } from "../../../lib/model/guide.ts";
import type { NodeRedUser } from "../../hosts/node-red-user.ts";
import { NODE_RED_TOURS, type TourId } from "../../support/node-red-tours.ts";
import { handsAt } from "./hands.ts";
import { oracle, ringAround } from "./oracle.ts";

/** How long a person holds a mouse button. */
const HOLD_MS = 60;

export interface Walked {
  /** Step (from 0) → where the ring lay; steps that pointed at nothing are left out. */
  seen: Map<number, "whole" | "part">;
  byMouse: number;
  byKeyboard: number;
}

/** Follows a running tour to its end, as a person with mouse and keyboard does. */
export async function walk(
  id: TourId,
  guide: Guide,
  page: Page,
  user: NodeRedUser,
): Promise<Walked> {
  const walked: Walked = { seen: new Map(), byMouse: 0, byKeyboard: 0 };
  for (const [index, { title, anchor, advance }] of guide.steps.entries()) {
    const hands = handsAt(id, index);
    if (!hands.late) await hands.open?.(page, user);
    const card = page
      .getByRole("dialog", { name: title.en, exact: true })
      .and(
        page.locator("waymark-overlay .card", { hasText: `${index + 1} of ${guide.steps.length}` }),
      );
    await expect(card).toBeVisible();
    if (hands.late || !anchor)
      await expect(page.locator("waymark-overlay .ring[data-on]")).toHaveCount(0);
    if (hands.late) await hands.open?.(page, user);
    if (anchor) {
      const target = () => oracle(page, NODE_RED_TOURS[id], index);
      walked.seen.set(index, await ringAround(page, target));
    }
    await hands.act?.(page, user);
    if (advance.on === "next") {
      // While a dialog of the app is still closing, the card says that its target is covered.
      await expect(card.locator(".hint")).toHaveCount(0);
      const byKeyboard = index % 2 === 0 && (await hasFocus(page));
      await (byKeyboard ? pressNext(page, card) : clickNext(card));
      walked[byKeyboard ? "byKeyboard" : "byMouse"]++;
    }
    await expect(card).toBeHidden();
    await hands.close?.(page, user);
  }
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  return walked;
}

const lead = (card: Locator) => card.getByRole("button", { name: /^(Next|Done)$/ });

async function clickNext(card: Locator): Promise<void> {
  await lead(card).click({ delay: HOLD_MS });
}

async function pressNext(page: Page, card: Locator): Promise<void> {
  for (let presses = 0; presses < 12; presses++) {
    if (await lead(card).evaluate((button) => button.matches(":focus"))) break;
    await page.keyboard.press("Tab");
  }
  await expect(lead(card)).toBeFocused();
  await page.keyboard.press("Enter");
}

function hasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.localName === "waymark-overlay");
}
