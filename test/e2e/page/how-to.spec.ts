import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { HOST } from "./support/kind-host.ts";
import { expect, test } from "./support/page.ts";

const pointAt = (name: string) =>
  orderOf(
    guide([step("only", { anchor: anchorTo({ tag: "button", role: "button", name }) })], {
      kind: "how-to",
    }),
    { startedBy: "manual" },
  );

test("L6, L7: pointing takes no focus, and its end is no end of the how-to", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await page.locator("#search").focus();
  await world.call("play", pointAt("New report"), true);
  const card = page.getByRole("dialog", { name: "Title of only" });
  await expect(card).toBeVisible();
  await expect(page.locator("waymark-overlay .ring")).toHaveAttribute("data-on", "true");
  await expect(page.locator("#search")).toBeFocused();
  await page.keyboard.type("still here");
  await expect(page.locator("#search")).toHaveValue("still here");
  await page.keyboard.press("Escape");
  await expect(card).toBeVisible();
  await card.getByRole("button", { name: "Close" }).click();
  await expect(card).toHaveCount(0);
  const reports = await world.call("reports");
  expect(reports.map(({ action }) => action)).toEqual(["step_shown", "snoozed"]);
});

test("L9: what is done while it is pointed at is reported as done", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", pointAt("New report"), true);
  await page.getByRole("button", { name: "Got it" }).click();
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  const reports = await world.call("reports");
  expect(reports.map(({ action }) => action)).toEqual(["step_shown", "step_completed", "snoozed"]);
});

test("L8: what is not there is told, and nothing is shown in its place", async ({ openPage }) => {
  const { page, world } = await openPage(HOST, { hasty: true });
  await world.call("play", pointAt("Old report"), true);
  await expect
    .poll(async () => (await world.call("reports")).map(({ action }) => action))
    .toEqual(["target_missing"]);
  await expect(page.locator(".card")).toHaveCount(0);
});
