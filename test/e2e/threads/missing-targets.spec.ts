import { guide, orderOf, step } from "../page/support/guides.ts";
import { expect, test } from "../page/support/page.ts";
import { actions, BUTTON, card, errorsOf, host, report } from "./host.ts";

const MISSING = BUTTON.replace("<button", "<button hidden");

test("shepherd#1437, shepherd#50: a step without its target says so and points at nothing", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host(MISSING), { hasty: true });
  await world.call("play", orderOf(guide([step("one", { anchor: report })])), true);
  await expect(card(page, "one")).toContainText("waits for a part", { timeout: 10_000 });
  await expect(page.locator(".ring")).not.toHaveAttribute("data-on");
  await expect(page.locator(".arrow")).not.toHaveAttribute("data-side");
  await expect(card(page, "one").getByRole("button", { name: "Close" })).toBeVisible();
});

test("shepherd#1437: with onMissing the author chooses what comes instead", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host(MISSING), { hasty: true });
  const of = guide([
    step("skipped", { anchor: report, onMissing: "skip" }),
    step("text", { anchor: report, onMissing: "show-without-arrow" }),
    step("end", { anchor: report, onMissing: "end" }),
  ]);
  await world.call("play", orderOf(of), true);
  await expect(card(page, "text")).toContainText("Text of text.", { timeout: 20_000 });
  await expect(page.locator(".ring")).not.toHaveAttribute("data-on");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.locator("waymark-overlay")).toHaveCount(0, { timeout: 10_000 });
  expect((await world.call("reports")).at(-1)).toMatchObject({
    action: "target_missing",
    step: "end",
  });
});

test("shepherd#1542, joyride#546: the next element may come late, after the click that makes it", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(`${BUTTON}<div id="later"></div><script>
      report.onclick = () => setTimeout(() => {
        const field = document.createElement("input");
        field.id = "name"; field.setAttribute("aria-label", "Report name");
        later.append(field);
      }, 700);</script>`),
  );
  const field = { samples: [{ fingerprint: { tag: "input", name: "Report name", id: "name" } }] };
  const of = guide([
    step("press", { anchor: report, advance: { on: "click" } }),
    step("fill", { anchor: field, advance: { on: "input" } }),
  ]);
  await world.call("play", orderOf(of), true);
  await expect(card(page, "press")).toBeVisible();
  await page.click("#report");
  await expect(card(page, "fill")).toContainText("Text of fill.");
  await expect(page.locator(".ring")).toHaveAttribute("data-on", "true");
  expect(await actions(world)).not.toContain("target_missing fill");
});

test("shepherd#3375: a first step whose element is invisible does not freeze the tour", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(BUTTON.replace("<button", '<button style="visibility: hidden"')),
    { hasty: true },
  );
  const of = guide([step("first", { anchor: report, onMissing: "skip" }), step("second")]);
  await world.call("play", orderOf(of), true);
  await expect(card(page, "second")).toBeVisible({ timeout: 10_000 });
});

test("bulwarkmail/webmail#231: on the wrong page nothing is darkened or blocked", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(
      '<h1>Another page</h1><button id="other" onclick="this.dataset.clicked = 1">Other</button>',
    ),
    { hasty: true },
  );
  await world.call("play", orderOf(guide([step("one", { anchor: report })])), true);
  await expect(card(page, "one")).toContainText("waits for a part", { timeout: 10_000 });
  await page.click("#other");
  await expect(page.locator("#other")).toHaveAttribute("data-clicked", "1");
});

test("arjunrajlaboratory/NimbusImage#1183: missing steps do not count as done", async ({
  openPage,
}) => {
  const { world } = await openPage(host("<h1>Nothing of it</h1>"), { hasty: true });
  const missing = { anchor: report, onMissing: "skip" } as const;
  const of = guide([step("one", missing), step("two", missing)]);
  await world.call("play", orderOf(of), true);
  await expect
    .poll(async () => (await actions(world)).at(-1), { timeout: 20_000 })
    .toBe("target_missing two");
  const log = await actions(world);
  expect(log).toContain("target_missing one");
  expect(log.filter((entry) => /completed|dismissed/.test(entry))).toEqual([]);
});

test("joyride#783: a target that goes away in the host's own handler is no error of anybody", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(`${BUTTON}<script>report.onclick = () => { report.remove(); };</script>`),
  );
  const errors = errorsOf(page);
  await world.call("play", orderOf(guide([step("one", { anchor: report }), step("two")])), true);
  await expect(page.locator(".ring")).toHaveAttribute("data-on", "true");
  await page.click("#report");
  await expect(page.locator(".ring")).not.toHaveAttribute("data-on");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(card(page, "two")).toBeVisible();
  expect(errors).toEqual([]);
});

test("posthog-js#3007: what only resembles the target is not pointed at, and no step counts as shown", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host('<button id="a1">Delete report</button><button id="a2">Copy report</button>'),
    { hasty: true },
  );
  await world.call("play", orderOf(guide([step("one", { anchor: report })])), true);
  await expect(card(page, "one")).toContainText("waits for a part", { timeout: 10_000 });
  await expect(page.locator(".ring")).not.toHaveAttribute("data-on");
  expect(await actions(world)).not.toContain("step_shown one");
});

test("driver.js#441: of a visible control and its hidden twin the visible one is meant", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(`<nav hidden>${BUTTON.replace('id="report"', "")}</nav><main>${BUTTON}</main>`),
  );
  await world.call("play", orderOf(guide([step("one", { anchor: report })])), true);
  await expect(page.locator(".ring")).toHaveAttribute("data-on", "true");
  const target = await page.locator("#report").boundingBox();
  const ring = await page.locator(".ring").boundingBox();
  expect(Math.round((target?.y ?? 0) - (ring?.y ?? 0))).toBe(4);
});

test("driver.js#441: of twins that both are visible neither is pointed at", async ({
  openPage,
}) => {
  const twin = '<p><button class="edit">Edit</button></p>';
  const { page, world } = await openPage(host(twin + twin), { hasty: true });
  const edit = { samples: [{ fingerprint: { tag: "button", name: "Edit", text: "edit" } }] };
  await world.call("play", orderOf(guide([step("one", { anchor: edit })])), true);
  await expect(card(page, "one")).toBeVisible({ timeout: 10_000 });
  await expect(page.locator(".ring")).not.toHaveAttribute("data-on");
});
