import { describe, expect, it } from "vitest";
import type { Picture } from "../../lib/exchange/document.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import type { ExportJob, Making } from "./export-format.ts";
import { createExportModel, type ExportPorts, type ExportState } from "./export-model.ts";

const PICTURE: Picture = {
  type: "image/png",
  width: 1,
  height: 1,
  content: new Uint8Array([1]),
};
const HERE = "a".repeat(64);
const GONE = "b".repeat(64);
const image = (asset: string) => ({ type: "image" as const, asset, alt: "A lamp" });
const ENGLISH = "c".repeat(64);
const GUIDE: Guide = guide([
  step("a", { body: { en: [image(ENGLISH)], ru: [image(HERE), image(GONE)] } }),
]);
const CHOICE = { format: "html", locale: "ru", withPictures: true } as const;
const FILE = { name: "Tour.html", type: "text/html", content: new Uint8Array([7]), missing: [] };

function world(more: Partial<ExportPorts> = {}) {
  const jobs: ExportJob[] = [];
  const saved: string[] = [];
  const model = createExportModel({
    loadPicture: async (asset) => (asset === HERE ? PICTURE : undefined),
    save: (name, content, type) => saved.push(`${name} ${type} ${content}`),
    make: async (job) => {
      jobs.push(job);
      return { ok: true, file: FILE };
    },
    now: () => Date.UTC(2026, 10, 22, 12),
    ...more,
  });
  const states: ExportState["at"][] = [];
  model.state.subscribe(({ at }) => void (states.at(-1) === at || states.push(at)));
  return { model, jobs, saved, states };
}

describe("X7: saving a guide as a file", () => {
  it("X7: pictures are fetched, the file is made and saved, and what could not be had is told", async () => {
    const { model, jobs, saved, states } = world();
    await model.run(GUIDE, CHOICE);
    expect(saved).toEqual(["Tour.html text/html 7"]);
    expect(states).toEqual(["idle", "pictures", "making", "saved"]);
    expect(model.state.value).toEqual({ at: "saved", name: "Tour.html", missing: [], lost: 1 });
    expect([...(jobs[0]?.pictures.keys() ?? [])]).toEqual([HERE]);
    expect(jobs[0]).toMatchObject({ date: "22 ноября 2026 г.", withPictures: true });
  });

  it("X7: pictures of other languages come along only where their texts do", async () => {
    const asked: string[] = [];
    const { model } = world({ loadPicture: async (asset) => void asked.push(asset) });
    await model.run(GUIDE, CHOICE);
    expect(asked).toEqual([HERE, GONE]);
    asked.length = 0;
    await model.run(GUIDE, { ...CHOICE, format: "waymark" });
    expect(asked).toEqual([ENGLISH, HERE, GONE]);
  });

  it.each([
    { ...CHOICE, withPictures: false },
    { ...CHOICE, format: "playwright" as const },
  ])("X7: nothing is fetched that is not shown: %j", async (choice) => {
    const { model, jobs, states } = world();
    await model.run(GUIDE, choice);
    expect(states).toEqual(["idle", "making", "saved"]);
    expect(jobs[0]?.pictures.size).toBe(0);
    expect(jobs[0]?.withPictures).toBe(false);
  });

  it.each(["pictures", "making"] as const)("X7: cancelled at %s, nothing is saved", async (at) => {
    const asked = Promise.withResolvers<void>();
    const never = new Promise<never>(() => {});
    const { model, saved } = world({
      loadPicture: async () => {
        if (at === "pictures") asked.resolve();
        return PICTURE;
      },
      make: (_job, { signal }) => {
        asked.resolve();
        return Promise.race([
          never,
          new Promise<Making>((_, reject) =>
            signal.addEventListener("abort", () => reject(signal.reason)),
          ),
        ]);
      },
    });
    const running = model.run(GUIDE, CHOICE);
    await asked.promise;
    expect(model.busy.value).toBe(true);
    model.cancel();
    await running;
    expect(model.state.value).toEqual({ at: "cancelled" });
    expect(saved).toEqual([]);
  });

  it("X7: a second wish takes the place of the first", async () => {
    const first = Promise.withResolvers<Making>();
    let calls = 0;
    const { model, saved } = world({
      make: async () => (++calls === 1 ? first.promise : { ok: true, file: FILE }),
    });
    const before = model.run(GUIDE, { ...CHOICE, withPictures: false });
    await model.run(GUIDE, { ...CHOICE, withPictures: false });
    first.resolve({ ok: true, file: { ...FILE, name: "late" } });
    await before;
    expect(saved).toEqual(["Tour.html text/html 7"]);
    expect(model.state.value.at).toBe("saved");
  });

  it("X7: what went wrong is told", async () => {
    const letters = world({
      make: async () => ({ ok: false, problem: "letters", detail: "" }),
    });
    await letters.model.run(GUIDE, CHOICE);
    expect(letters.model.state.value).toEqual({ at: "failed", problem: "letters", detail: "" });
    const broken = world({ loadPicture: () => Promise.reject(new Error("no room")) });
    await broken.model.run(GUIDE, CHOICE);
    expect(broken.model.state.value).toMatchObject({ problem: "broken", detail: "Error: no room" });
  });
});
