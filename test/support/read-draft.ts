import type { Guide } from "../../lib/model/guide.ts";
import { dumpStorage } from "./dump-storage.ts";
import type { Waymark } from "./launch.ts";

/** The draft of that id on the device of a browser, or the only one. */
export async function readDraft(waymark: Waymark, id?: string): Promise<Guide> {
  const page = await waymark.openPage("options.html");
  const stored = JSON.parse(await page.evaluate(dumpStorage)) as unknown[];
  await page.close();
  const records = stored.filter(Array.isArray).flat() as { guide?: Guide }[];
  const drafts = records.flatMap(({ guide }) => guide ?? []);
  const first = id === undefined ? drafts[0] : drafts.find((guide) => guide.id === id);
  if (!first) throw new Error("there is no draft on this device");
  return first;
}
