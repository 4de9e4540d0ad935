import { expect, type Page, test } from "@playwright/test";
import { sendPicture } from "../support/assets.ts";
import { keptPictures } from "../support/kept-pictures.ts";
import { png } from "../support/picture.ts";
import { until } from "../support/until.ts";
import { guide, step } from "./page/support/guides.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

/** The build that people get, in a page whose policy allows no images at all, so CDP looks into the closed root. */
let stage: FixtureStage;
test.beforeEach(async () => {
  stage = await setFixtureStage([], { build: "production" });
});
test.afterEach(() => stage.end());

test("T42, C17: a picture shows under a policy without images, also when the server is away", async () => {
  const asset = await sendPicture(stage.server, png(320, 180));
  const body = { en: [{ type: "image" as const, asset, alt: "A green field" }] };
  await stage.server.publish(
    "guides",
    guide([step("only", { body })], {
      kind: "modal",
    }),
  );
  await stage.waymark.send("sync.now", {});
  await until(
    "the picture is kept",
    () => keptPictures(stage.waymark),
    (assets) => assets.includes(asset),
  );
  await stage.server.stop();
  await stage.waymark.stopWorker();

  const page = await stage.visit("/hostile/index.html");
  const tab = await (await stage.waymark.worker()).evaluate(async () => {
    const [host] = await chrome.tabs.query({ url: "http://127.0.0.1/hostile/*" });
    return host?.id ?? -1;
  });
  await stage.waymark.send("guide.start", { guide: "tour", tab });
  const drawn = await until(
    "the picture",
    () => pictureIn(page),
    (size) => (size?.width ?? 0) > 0,
  );
  expect(drawn).toEqual({ width: 320, height: 180 });
  expect(await page.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath("hostile.png") });
});

/** Natural size of the picture in the card, through the closed shadow root; null while there is none. */
async function pictureIn(page: Page): Promise<{ width: number; height: number } | null> {
  const cdp = await page.context().newCDPSession(page);
  try {
    await cdp.send("DOM.enable");
    const { nodes } = await cdp.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
    const image = nodes.find(({ nodeName }) => nodeName === "IMG");
    if (!image) return null;
    const { object } = await cdp.send("DOM.resolveNode", { backendNodeId: image.backendNodeId });
    const { result } = await cdp.send("Runtime.callFunctionOn", {
      objectId: object.objectId ?? "",
      functionDeclaration:
        "function () { return { width: this.naturalWidth, height: this.naturalHeight }; }",
      returnByValue: true,
    });
    return result.value;
  } finally {
    await cdp.detach();
  }
}
