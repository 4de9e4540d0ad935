import { startFixtureHost } from "../../hosts/fixture-host.ts";
import { launchWaymark } from "../../support/launch.ts";
import type { Bench, Figure } from "../bench.ts";
import { median, quantile } from "../statistics.ts";
import { type Edited, measureEditing } from "./editing.ts";
import { measureExporting } from "./exporting.ts";
import { guideWith, keepDraft, takePictures } from "./guides.ts";
import type { Latency } from "./latency.ts";

/** Steps of the long guide, the most that one may have, and of the short one that it is held against. */
const [LONG, SHORT] = [100, 5];
/** A frame and a half: beyond that it is felt. */
const FELT_MS = 50;

export const editorBench: Bench = {
  name: "editor",
  title: "Whether the editor stays fluid with a hundred steps and as many pictures",
  async run(say) {
    await using ending = new AsyncDisposableStack();
    const host = await startFixtureHost();
    ending.defer(() => host.stop());
    const waymark = await launchWaymark();
    ending.defer(() => waymark.close());
    const list = await waymark.openPage("editor.html");
    await list.getByRole("button", { name: "New guide" }).waitFor();
    say(`${LONG} screenshots`);
    const shown = await waymark.context.newPage();
    const assets = await takePictures(shown, list, host, LONG);
    await shown.close();
    if (new Set(assets).size < LONG) throw new Error("two screenshots are the same");
    await keepDraft(list, guideWith("long", assets));
    await keepDraft(list, guideWith("short", assets.slice(0, SHORT)));
    await list.close();
    say("Editing the short one, once for nothing");
    await measureEditing(waymark, "short", SHORT);
    const short = await measureEditing(waymark, "short", SHORT);
    say("Editing the long one");
    const long = await measureEditing(waymark, "long", LONG);
    say("Saving it as files");
    const saved = await measureExporting(waymark, "long");
    return [
      ...editingFigures(long, short),
      { name: "pdf.time", value: saved.pdf / 1000, unit: "s" },
      { name: "pdf.size", value: saved.size, unit: "MB" },
      { name: "pdf.told", value: saved.told, unit: "", budget: { atLeast: 10 } },
      { name: "pdf.longTasks", value: saved.long, unit: "", budget: { atMost: 0 } },
      { name: "pdf.cancel", value: saved.cancel, unit: "ms", budget: { atMost: 300 } },
      { name: "zip.time", value: saved.zip / 1000, unit: "s" },
      {
        name: "zip.identical",
        value: Number(saved.identical),
        unit: "",
        budget: { atLeast: 1 },
      },
    ];
  },
};

const PARTS = ["title", "body", "reorder", "undo", "scroll", "walk"] as const;

function editingFigures(long: Edited, short: Edited): Figure[] {
  const parts = PARTS.flatMap((part) => ofPart(part, long[part], short[part]));
  return [
    { name: "open", value: long.open, unit: "ms" },
    { name: "open.ratio", value: long.open / short.open, unit: "×" },
    ...parts,
    { name: "walk.pictures", value: long.pictures, unit: "", budget: { atMost: 2 } },
    { name: "walk.heap", value: long.heap, unit: "MB" },
    { name: "walk.heap.again", value: long.leaked, unit: "MB", budget: { atMost: 2 } },
  ];
}

function ofPart(part: string, long: Latency, short: Latency): Figure[] {
  return [
    { name: `${part}.p50`, value: median(long.paint), unit: "ms" },
    {
      name: `${part}.p95`,
      value: quantile(long.paint, 0.95),
      unit: "ms",
      ...(part !== "walk" && { budget: { atMost: FELT_MS } }),
    },
    { name: `${part}.work`, value: long.work, unit: "ms" },
    { name: `${part}.work.ratio`, value: long.work / short.work, unit: "×" },
    { name: `${part}.longTasks`, value: long.long, unit: "", budget: { atMost: 0 } },
  ];
}
