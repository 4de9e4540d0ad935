import type { Page } from "@playwright/test";
import type { Step } from "../../../lib/model/guide.ts";
import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { HOST } from "./support/kind-host.ts";
import { example } from "./support/kinds.ts";
import { expect, test } from "./support/page.ts";

const card = (page: Page) => page.locator(".card");
const styleOf = (page: Page, name: string) =>
  card(page).evaluate((element, of) => getComputedStyle(element).getPropertyValue(of), name);
const button = anchorTo({ tag: "button", role: "button", name: "New report" });

test("T45: a guide is light or dark as its theme says, else as the person prefers", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await page.emulateMedia({ colorScheme: "dark" });
  const white = "rgb(255, 255, 255)";
  for (const [scheme, light] of [
    ["light", true],
    ["dark", false],
    ["auto", false],
  ] as const) {
    const themed = guide([step("a")], { id: scheme, theme: { scheme } });
    await world.call("play", orderOf(themed), true);
    await expect(card(page)).toHaveCount(1);
    expect((await styleOf(page, "background-color")) === white).toBe(light);
  }
});

test("T45: letters are those of the page if the theme says so, and its corners and colour are kept", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST.replace("16px system-ui", "16px Georgia, serif"));
  const theme = { font: "host", radius: 0, accent: "#b00020" } as const;
  await world.call("play", orderOf(guide([step("a")], { theme })), true);
  expect(await styleOf(page, "font-family")).toBe("Georgia, serif");
  expect(await styleOf(page, "border-radius")).toBe("0px");
  const next = page.locator(".next");
  await expect(next).toHaveCSS("background-color", "rgb(176, 0, 32)");
  const own = guide([step("a")], { id: "own" });
  await world.call("play", orderOf(own), true);
  expect(await styleOf(page, "font-family")).not.toContain("Georgia");
});

test("T44: a card stands in the corner or at the side that its step names, at its distance", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await page.setViewportSize({ width: 900, height: 560 });
  const at = async () => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await card(page).boundingBox()) ?? {};
    return [x, y, 900 - x - width, 560 - y - height].map(Math.round);
  };
  const show = async (id: string, more: Partial<Step>) => {
    await world.call("play", orderOf(guide([step(id, more)], { id })), true);
    await expect(page.getByRole("dialog", { name: `Title of ${id}` })).toBeVisible();
  };
  await show("corner", { placement: "top-start", offset: 40 });
  await expect.poll(async () => (await at()).slice(0, 2)).toEqual([40, 40]);
  await show("edge", { placement: "end" });
  await expect.poll(async () => (await at())[2]).toBe(16);
  const target = await page.locator("#report").boundingBox();
  await show("aligned", { anchor: button, placement: "bottom-start", offset: 30 });
  await expect
    .poll(async () => (await at()).slice(0, 2))
    .toEqual(
      [target?.x, (target?.y ?? 0) + (target?.height ?? 0) + 30].map((px) => Math.round(px ?? 0)),
    );
});

test("T37: a survey gives way to the field that the person goes to", async ({ openPage }) => {
  const low = '<input id="low" style="position: fixed; right: 30px; bottom: 60px">';
  const { page, world } = await openPage(HOST.replace("</main>", `${low}</main>`));
  await page.setViewportSize({ width: 1100, height: 560 });
  await world.call("play", orderOf(example("survey")), true);
  const left = async () => (await card(page).boundingBox())?.x ?? 0;
  await expect.poll(left).toBeGreaterThan(550);
  await page.locator("#low").focus();
  await expect.poll(left).toBe(16);
  await page.getByRole("radio", { name: "8" }).check();
  await expect(page.getByRole("radio", { name: "8" })).toBeChecked();
});

test("T38: a tour goes the way that fits what is in the page, and back the same way", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  const condition = { type: "element", selector: ".paid", state: "present" } as const;
  const steps = [
    step("start", { branch: [{ condition, to: "paid" }] }),
    step("trial"),
    step("paid"),
  ];
  await world.call("play", orderOf(guide(steps)), true);
  const title = (of: string) => expect(page.locator("#title")).toHaveText(`Title of ${of}`);
  await page.getByRole("button", { name: "Next" }).click();
  await title("trial");
  await page.getByRole("button", { name: "Back" }).click();
  await page.evaluate(() =>
    document.body.append(
      Object.assign(document.createElement("p"), { className: "paid", textContent: "Paid" }),
    ),
  );
  await page.getByRole("button", { name: "Next" }).click();
  await title("paid");
  await page.getByRole("button", { name: "Back" }).click();
  await title("start");
});
