import { beforeEach, describe, expect, it } from "vitest";
import type { Retouch } from "../../lib/draft/picture/retouch.ts";
import { createPictureModel, type PictureModel } from "./picture-model.ts";

const ASSET = "a".repeat(64);

let time: number;
let saved: { asset: string; retouch: Retouch; address: string }[];
let fails: boolean;
let model: PictureModel;
beforeEach(async () => {
  time = 0;
  saved = [];
  fails = false;
  model = createPictureModel(ASSET, {
    load: async () => "blob:one",
    measure: async () => ({ width: 800, height: 500 }),
    save: async (asset, retouch, address) => {
      if (fails) throw new Error("the disk is full");
      saved.push({ asset, retouch, address });
      return "b".repeat(64);
    },
    now: () => time,
  });
  await model.load();
});

const boxes = () => model.retouch.value.hidden;

describe("a picture that is changed", () => {
  it("P13: boxes are drawn, moved, stretched and taken away, the chosen one each time", () => {
    model.draw({ x: 10, y: 20 }, { x: 110, y: 60 });
    model.draw({ x: 300, y: 300 }, { x: 340, y: 320 });
    expect(model.chosen.value).toBe(1);
    model.choose(0);
    model.move({ x: 5, y: -5 });
    model.resize("br", { x: 10, y: 10 });
    expect(boxes()[0]).toEqual({ x: 15, y: 15, width: 110, height: 50 });
    model.remove();
    expect(boxes()).toEqual([{ x: 300, y: 300, width: 40, height: 20 }]);
    expect(model.chosen.value).toBeNull();
  });

  it("P13: a box can be had without a pointer, in the middle of what is shown", () => {
    model.enter("crop");
    model.draw({ x: 400, y: 0 }, { x: 800, y: 500 });
    model.enter("hide");
    model.add();
    expect(boxes()).toEqual([{ x: 560, y: 200, width: 80, height: 100 }]);
  });

  it("P13: everything can be undone and done again; one movement is one thing", () => {
    model.add();
    const before = boxes();
    for (let n = 0; n < 5; n++) {
      time += 100;
      model.move({ x: 3, y: 0 }, "drag 1");
    }
    model.undo();
    expect(boxes()).toEqual(before);
    model.undo();
    expect(boxes()).toEqual([]);
    expect([model.canUndo.value, model.canRedo.value]).toEqual([false, true]);
    expect(model.chosen.value).toBeNull();
    model.redo();
    model.redo();
    expect(boxes()[0]?.x).toBe((before[0]?.x ?? 0) + 15);
    model.enter("crop");
    model.resize("tl", { x: 100, y: 100 });
    model.uncrop();
    expect(model.retouch.value.crop).toEqual({ x: 0, y: 0, width: 800, height: 500 });
    model.undo();
    expect(model.retouch.value.crop.x).toBe(100);
  });

  it("P13: what was changed becomes a new picture; what was not stays the same one", async () => {
    expect(await model.finish()).toBe(ASSET);
    expect(saved).toEqual([]);
    model.add();
    expect(await model.finish()).toBe("b".repeat(64));
    expect(saved).toEqual([{ asset: ASSET, retouch: model.retouch.value, address: "blob:one" }]);
  });

  it("says what went wrong, and loses nothing", async () => {
    fails = true;
    model.add();
    expect(await model.finish()).toBeNull();
    expect(model.problem.value).toEqual({ what: "save", detail: "Error: the disk is full" });
    expect(boxes()).toHaveLength(1);
    fails = false;
    expect(await model.finish()).toBe("b".repeat(64));
    expect(model.problem.value).toBeNull();
  });

  it("says that a picture is not to be had", async () => {
    const gone = createPictureModel(ASSET, {
      load: async () => null,
      measure: () => Promise.reject(new Error("no picture")),
      save: async () => ASSET,
      now: () => 0,
    });
    await gone.load();
    expect(gone.problem.value).toEqual({ what: "load" });
    gone.draw({ x: 0, y: 0 }, { x: 50, y: 50 });
    expect(gone.retouch.value.hidden).toEqual([]);
    expect(await gone.finish()).toBeNull();
  });
});
