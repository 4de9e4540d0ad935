import { expect, type Locator, type Page } from "@playwright/test";
import type { Guide } from "../../../lib/model/guide.ts";
import type { NodeRedUser } from "../../hosts/node-red-user.ts";
import type { Deed } from "./node-red-workflow.ts";

/**
 * Does at each step of a tour what it says, and goes on where people say themselves that they did it, to its end. What is pointed
 * at is what is used; at steps in `unfound`, by their place among all, nothing is.
 */
export async function follow(
  guide: Guide,
  deeds: readonly Deed[],
  { page, user, unfound = [] }: { page: Page; user: NodeRedUser; unfound?: readonly number[] },
): Promise<void> {
  const overlay = page.locator("waymark-overlay");
  const ring = overlay.locator(".ring[data-on]");
  for (const [at, { at: meant, act }] of deeds.entries()) {
    const step = guide.steps[at + 1];
    const number = at + 2;
    const title = `${number} ${step?.title.en}`;
    const card = overlay.locator(".card", { hasText: `${number} of ${guide.steps.length}` });
    await expect(card, title).toBeVisible();
    if (!meant || unfound.includes(number)) await expect(ring, title).toHaveCount(0);
    else await expect.poll(() => liesAround(ring, page.locator(meant).first()), title).toBe(true);
    await act(page, user);
    if (step?.advance.on === "next") {
      await card.getByRole("button", { name: /^(Next|Done)$/ }).click();
    }
    await expect(card, title).toBeHidden();
  }
  await expect(overlay).toHaveCount(0);
}

/** Around its middle, and not around much else. */
async function liesAround(ring: Locator, element: Locator): Promise<boolean> {
  if ((await ring.count()) === 0) return false;
  const [outer, inner] = await Promise.all([ring.boundingBox(), element.boundingBox()]);
  if (!outer || !inner) return false;
  const x = inner.x + inner.width / 2 - outer.x;
  const y = inner.y + inner.height / 2 - outer.y;
  const isIn = x > 0 && x < outer.width && y > 0 && y < outer.height;
  return isIn && outer.width * outer.height < 4 * (inner.width + 12) * (inner.height + 12);
}
