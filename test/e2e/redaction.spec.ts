import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test, type Worker } from "@playwright/test";
import type { Rect } from "../../lib/model/rect.ts";
import { type FixtureHost, startFixtureHost } from "../hosts/fixture-host.ts";
import { bundleScript } from "../support/bundle.ts";
import { eavesdrop } from "../support/eavesdropper.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { startServer } from "../support/server-process.ts";
import { until } from "../support/until.ts";
import { contentsOf, exportAll, secretsOf } from "./recording/exports.ts";
import type { PictureWorld } from "./recording/picture-world.ts";
import { enterSecrets, type Secrets, TWO_SETS } from "./recording/secrets.ts";

const WORLD = join(import.meta.dirname, "recording/picture-world.ts");
/** Of the whole window. What is left of it for the page holds all of it but some px at its top. */
const WINDOW = { width: 800, height: 600 };

let host: FixtureHost;
test.beforeAll(async () => {
  host = await startFixtureHost();
});
test.afterAll(() => host.stop());

let waymark: Waymark;
let worker: Worker;
test.afterEach(() => waymark.close());

async function launch(scale?: number): Promise<void> {
  waymark = await launchWaymark({ allSites: true, viewport: WINDOW, ...(scale && { scale }) });
  worker = await waymark.worker();
  await worker.evaluate(await bundleScript(WORLD));
}

for (const scale of [1, 2]) {
  test(`P1, P2: pictures of other secrets are the same to the last pixel, and the rest is as it was (${scale} device pixels)`, async () => {
    await launch(scale);
    const asked: string[] = [];
    waymark.context.on("request", (request) => asked.push(request.url()));
    const [one, other] = TWO_SETS;
    const first = await visit(one);
    const picture = await first.take();
    await first.page.close();
    const second = await visit(other);
    expect(await second.take()).toBe(picture);

    const asset = picture ?? "";
    const kept = await call("read", asset);
    await writeFile(test.info().outputPath("kept.webp"), Buffer.from(kept?.base64 ?? "", "base64"));
    expect(kept).toMatchObject({ width: 800 * scale, height: 500 * scale, scale });
    await until("the tab as it is", () => call("takeRaw", second.tab), Boolean);
    const { x, y } = await boxOf(second.page, "#pay");
    const from = {
      x: Math.floor(x * scale) - (kept?.target?.x ?? 0),
      y: Math.floor(y * scale) - (kept?.target?.y ?? 0),
    };
    const differing = async (selector: string) => {
      const part = inPixels(await boxOf(second.page, selector), scale);
      return call("differing", asset, second.tab, part, from);
    };
    for (const shown of ["#pay", "#public", "[name=plan]"]) {
      expect(await differing(shown), shown).toBe(0);
    }
    // Else nothing would be hidden here, and the comparison of the two could not fail.
    for (const secret of ["[name=mail]", "[data-secret=rich]", ".odd", "#far", "#near"]) {
      expect(await differing(secret), secret).toBeGreaterThan(0);
    }
    await second.page.close();
    expect(asked.filter((url) => !/^http:\/\/(127\.0\.0\.1|localhost):/.test(url))).toEqual([]);
  });
}

test("P3, P12, X39: what is pressed in a recording has its picture, which stays on the device, and no export tells a secret", async () => {
  const server = await startServer();
  const line = await eavesdrop(server.url);
  try {
    await launch();
    await waymark.connect({ ...server, url: line.url }, { site: host.url });
    await waymark.send("console.token", { token: server.adminToken });
    const shown = await visit(TWO_SETS[0]);
    await waymark.send("recording.start", { tab: shown.tab });
    await shown.page.bringToFront();
    const asset = await until(
      "a step with its picture",
      async () => {
        await shown.page.click("#pay");
        return (await call("pictured"))[0] ?? "";
      },
      (picture) => picture !== "",
    );
    expect(await call("read", asset)).toMatchObject({ width: 800, height: 500 });
    await type(shown.page, "[name=first]", TWO_SETS[1].name);
    await type(shown.page, "[name=password]", TWO_SETS[1].password);
    const taken = await call("pictured");
    const pictures = await Promise.all(taken.map((one) => call("read", one)));
    const { guide } = await waymark.send("recording.finish", {});
    await waymark.send("sync.now", {});
    expect(line.heard()).not.toContain("/v1/assets");
    expect(line.heard()).not.toContain(asset);

    const secrets = TWO_SETS.flatMap(secretsOf);
    const files = await exportAll(await waymark.openPage(`editor.html?guide=${guide}`));
    expect([...files.keys()]).toHaveLength(8);
    for (const [format, file] of files) {
      const { texts, images } = await contentsOf(file);
      expect(texts.join("\n"), format).toContain("Pay this invoice");
      const told = secrets.filter((secret) => texts.some((text) => text.includes(secret)));
      expect(told, format).toEqual([]);
      const known = pictures.map((picture) => picture?.base64);
      expect(
        images.filter((image) => !known.includes(image)),
        format,
      ).toEqual([]);
    }

    const inFront = await waymark.context.newPage();
    await inFront.goto(`${host.url}/plain.html`);
    expect(await shown.press()).toBeNull();
  } finally {
    await Promise.all([line.stop(), server.dispose()]);
  }
});

/** As a person does, who goes on to the next field then. */
async function type(page: Page, field: string, text: string): Promise<void> {
  await page.click(field);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

/** The page in front with its secrets, and how to take a picture of a press of its button. */
async function visit(secrets: Secrets) {
  const page = await waymark.context.newPage();
  await enterSecrets(page, host.url, secrets);
  const tab = await worker.evaluate(
    async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? -1,
  );
  const target = await boxOf(page, "#pay");
  const press = () => call("take", { tab, frame: 0, target });
  /** One of some presses has a picture, also where the machine is busy. */
  const take = () => until("a picture", press, (asset) => asset !== null);
  return { page, tab, press, take };
}

/** In the extension's worker. */
function call<M extends keyof PictureWorld>(
  method: M,
  ...args: Parameters<PictureWorld[M]>
): Promise<Awaited<ReturnType<PictureWorld[M]>>> {
  return worker.evaluate(
    ([name, list]) => {
      const { pictureWorld } = globalThis as unknown as {
        pictureWorld: Record<string, (...args: unknown[]) => unknown>;
      };
      return pictureWorld[name]?.(...list);
    },
    [method, args] as const,
  ) as Promise<Awaited<ReturnType<PictureWorld[M]>>>;
}

async function boxOf(page: Page, selector: string): Promise<Rect> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not in the page`);
  return box;
}

/** Whole pixels within a box. */
function inPixels({ x, y, width, height }: Rect, scale: number): Rect {
  const left = Math.ceil(x * scale);
  const top = Math.ceil(y * scale);
  return {
    x: left,
    y: top,
    width: Math.floor((x + width) * scale) - left,
    height: Math.floor((y + height) * scale) - top,
  };
}
