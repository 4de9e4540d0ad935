import { png } from "../../support/picture.ts";
import { guide, orderOf, step } from "./support/guides.ts";
import { HOST } from "./support/kind-host.ts";
import { expect, test } from "./support/page.ts";

const ASSET = "a".repeat(64);
const ADDRESS = `data:image/png;base64,${png(320, 180).toString("base64")}`;
const SIZES = { [ASSET]: { width: 320, height: 180 } };
const image = (more: object = {}) => ({
  type: "image" as const,
  asset: ASSET,
  alt: "Where the reports are",
  ...more,
});
const order = (pictures = SIZES, more: object = {}) =>
  orderOf(guide([step("only", { body: { en: [image(more)] } })], { kind: "modal" }), { pictures });

test("T42: a picture has its place before it comes, and nothing moves when it comes", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  // A card that grows as it comes takes its picture along.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await world.call("play", order(), true);
  const picture = page.getByRole("img", { name: "Where the reports are" });
  await expect(picture).toBeVisible();
  await expect(picture).toHaveText("Where the reports are");
  const before = await picture.boundingBox();
  await world.call("bringPicture", ASSET, ADDRESS);
  const drawn = picture.locator("img");
  await expect(drawn).toBeVisible();
  expect(await drawn.evaluate((element: HTMLImageElement) => element.decode())).toBeUndefined();
  expect(await drawn.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(320);
  expect(await picture.boundingBox()).toEqual(before);
});

test("T42: a picture that cannot be had leaves its words, and decoration leaves nothing", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", order({}), true);
  await expect(page.getByText("Where the reports are")).toBeVisible();
  await world.call("play", { ...order(SIZES), version: 2, startedBy: "manual" }, true);
  await world.call("bringPicture", ASSET, null);
  await expect(page.getByRole("img", { name: "Where the reports are" })).toBeVisible();
  const plain = order({}, { alt: "", decorative: true });
  await world.call("play", { ...plain, version: 3, startedBy: "manual" }, true);
  await expect(page.locator(".picture")).toHaveCount(0);
});

test("T42: in a small window a picture leaves room for the words", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await page.setViewportSize({ width: 320, height: 256 });
  await world.call("play", order(), true);
  await world.call("bringPicture", ASSET, ADDRESS);
  const box = await page.getByRole("img", { name: "Where the reports are" }).boundingBox();
  expect(box?.height).toBeLessThanOrEqual(256 * 0.4 + 1);
  expect(box?.width).toBeLessThanOrEqual(320);
});
