import { orderOf } from "./support/guides.ts";
import { example } from "./support/kinds.ts";
import { expect, test } from "./support/page.ts";

const HOST = `<!doctype html><html lang="en"><title>Host</title>
  <style>body { margin: 0; height: 100vh; display: flex; flex-direction: column; justify-content: space-between }
    input, textarea { margin: 40px auto; width: 300px } textarea.tall { height: 95vh; margin: 0 auto }</style><body>
  <label for="first" hidden>First</label><input id="first"><input id="last"></body></html>`;

const banner = example("banner");

test("T31: a banner never covers the field that the person is in", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(banner), true);
  const region = page.getByRole("region", { name: "Maintenance on Saturday" });
  await expect(region).toBeInViewport({ ratio: 1 });
  const covers = async (id: string) => {
    const [a, b] = [await region.boundingBox(), await page.locator(id).boundingBox()];
    return a && b && a.y < b.y + b.height && b.y < a.y + a.height;
  };
  expect(await covers("#first")).toBe(true);
  await page.locator("#first").focus();
  await expect.poll(() => covers("#first")).toBe(false);
  await expect(region).toBeInViewport({ ratio: 1 });
  await page.locator("#last").focus();
  await expect.poll(() => covers("#last")).toBe(false);
  await page.evaluate(() => {
    const area = Object.assign(document.createElement("textarea"), { className: "tall" });
    document.body.replaceChildren(area);
    area.focus();
  });
  await expect(region).toHaveCSS("opacity", "0");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await expect(region).toHaveCSS("opacity", "1");
});

test("T24: a banner and a tour are there together, and Escape in the page is for the tour", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(banner), true);
  const tour = { ...banner, id: "tour", kind: "modal" as const };
  await world.call("play", orderOf({ ...tour, kind: "tour" }), true);
  const region = page.getByRole("region");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(region).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(region).toBeVisible();
  await world.call("play", orderOf(tour), true);
  await world.call("play", orderOf({ ...tour, id: "other" }), true);
  await expect(page.getByRole("dialog")).toHaveCount(1);
  const reports = (await world.call("reports")).map(({ action, guide }) => `${action} ${guide}`);
  expect(reports.filter((report) => report.endsWith("maintenance-window"))).toEqual([
    "started maintenance-window",
    "step_shown maintenance-window",
  ]);
  expect(reports).toContain("dismissed tour");
});

test("T26: a banner takes no focus; with the keyboard it is read, answered and closed", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await page.locator("#last").focus();
  await world.call("play", orderOf(banner), true);
  await expect(page.getByRole("status")).toHaveText("Maintenance on Saturday");
  await expect(page.locator("#last")).toBeFocused();
  const journey: string[] = [];
  for (let presses = 0; presses < 3; presses++) {
    await page.keyboard.press("Tab");
    journey.push(
      await world.evaluate<string>(
        `document.querySelector("waymark-overlay").shadowRoot.activeElement?.innerText || "Close"`,
      ),
    );
  }
  expect(journey).toEqual(["Close", expect.stringContaining("What is planned"), "Got it"]);
  await page.keyboard.press("Enter");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  expect((await world.call("reports")).at(-1)?.action).toBe("completed");
});
