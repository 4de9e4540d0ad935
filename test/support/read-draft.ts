import type { Guide } from "../../lib/model/guide.ts";
import { dumpStorage } from "./dump-storage.ts";
import type { Waymark } from "./launch.ts";

/** The only draft on the device of a browser. */
export async function readDraft(waymark: Waymark): Promise<Guide> {
  const page = await waymark.openPage("options.html");
  const stored = JSON.parse(await page.evaluate(dumpStorage)) as unknown[];
  await page.close();
  const records = stored.filter(Array.isArray).flat() as { guide?: Guide }[];
  const [first] = records.flatMap(({ guide }) => guide ?? []);
  if (!first) throw new Error("there is no draft on this device");
  return first;
}
