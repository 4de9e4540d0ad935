import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Painting } from "../draft/picture/painting.ts";
import type { FrameSight } from "../model/sight.ts";
import { type AuthoringStore, openAuthoring } from "../store/authoring/database.ts";
import { readPicture } from "../store/authoring/pictures.ts";
import { createPictures, type PicturePorts } from "./pictures.ts";

const secret = { x: 10, y: 20, width: 100, height: 20 };
const target = { x: 300, y: 300, width: 80, height: 30 };

function sight(over: Partial<FrameSight> = {}): FrameSight {
  return {
    path: [],
    viewport: { width: 800, height: 500 },
    magnified: false,
    sensitive: [secret],
    frames: [],
    ...over,
  };
}

let store: AuthoringStore;
let looks: { frame: number; result: unknown }[][];
let taken: Blob | null;
let painted: Painting[];
let order: string[];
let reported: unknown[];

/** A browser that sees what `looks` say, one after the other, and takes `taken`. */
const pictures: PicturePorts = {
  look: async () => {
    order.push("look");
    return looks.shift() ?? [];
  },
  capture: async () => {
    order.push("capture");
    return taken;
  },
  paint: async (_picture, plan) => {
    const painting = plan({ width: 800, height: 500 });
    if (!painting) return null;
    painted.push(painting);
    const content = new TextEncoder().encode(JSON.stringify(painting)).buffer;
    return { type: "image/webp", content, width: 800, height: 500, scale: painting.scale };
  },
};

const take = (at = 1000) =>
  createPictures(
    { now: () => 1000, wait: async () => undefined, pictures },
    store,
    (error) => void reported.push(error),
  )({ tab: 1, frame: 0, target, at });

beforeEach(async () => {
  store = await openAuthoring(`pictures-${crypto.randomUUID()}`);
  looks = [[{ frame: 0, result: sight() }], [{ frame: 0, result: sight() }]];
  taken = new Blob(["as it is"]);
  painted = [];
  order = [];
  reported = [];
});

describe("a picture of a step", () => {
  it("P1: is kept with what must not be seen painted over, under the name of its bytes", async () => {
    const asset = await take();
    expect(asset).toMatch(/^[0-9a-f]{64}$/);
    expect(order).toEqual(["look", "capture", "look"]);
    expect(painted).toMatchObject([{ hidden: [secret], target, outlined: true }]);
    expect(await readPicture(store, asset ?? "")).toMatchObject({ asset, madeAt: 1000 });
    expect(await store.count("pictures")).toBe(1);
  });

  it.each<[string, () => void]>([
    ["what is hidden moved meanwhile", () => moved({ sensitive: [{ ...secret, y: 24 }] })],
    ["something to be hidden came meanwhile", () => moved({ sensitive: [secret, target] })],
    ["the window changed meanwhile", () => moved({ viewport: { width: 700, height: 500 } })],
    ["the page did not answer", () => looks.splice(0)],
    ["the page answered only at first", () => looks.pop()],
    ["the page's answer is not understood", () => looks.unshift([{ frame: 0, result: {} }])],
    [
      "the window is magnified",
      () => looks.unshift([{ frame: 0, result: sight({ magnified: true }) }]),
    ],
    ["the tab is not in front", () => (taken = null)],
  ])("P9: there is none if %s", async (_, happens) => {
    happens();
    expect(await take()).toBeNull();
    expect(painted).toEqual([]);
    expect(await store.count("pictures")).toBe(0);
    expect(reported).toEqual([]);
  });

  it("P4: there is none of what was pressed too long ago", async () => {
    expect(await take(500)).toBeNull();
    expect(order).toEqual([]);
  });

  it("P9: a browser that fails is told of, and the step goes without", async () => {
    const failing = { ...pictures, capture: () => Promise.reject(new Error("quota")) };
    const ports = { now: () => 1000, wait: async () => undefined, pictures: failing };
    const order = { tab: 1, frame: 0, target, at: 1000 };
    const picture = createPictures(ports, store, (error) => void reported.push(error))(order);
    expect(await picture).toBeNull();
    expect(reported).toHaveLength(1);
  });
});

function moved(over: Partial<FrameSight>): void {
  looks[1] = [{ frame: 0, result: sight(over) }];
}
