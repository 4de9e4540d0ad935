import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ensureBuild } from "../../support/build.ts";
import type { Figure } from "../bench.ts";

/** Bytes in a KB, the stricter of the two customs. */
const KB = 1000;
/** Words that only zod has, and that no minifier can change. */
const ZOD = ["unrecognized_keys", "invalid_union", "~standard"];

/** What the build for users sends into pages: size, and that the schemas stayed behind. */
export async function measureSizes(): Promise<Figure[]> {
  const folder = await ensureBuild("production");
  const read = (name: string) => readFile(join(folder, name));
  const [agent, friction, locator, overlay, frame, background] = await Promise.all(
    ["agent.js", "friction.js", "locator.js", "overlay.js", "frame.js", "background.js"].map(read),
  );
  if (
    !agent ||
    !friction ||
    !locator ||
    !overlay ||
    !frame ||
    !background ||
    zodWords(background) === 0
  ) {
    throw new Error("zod is not recognised in background.js, where it must be");
  }
  const size = (script: Buffer) => gzipSync(script, { level: 9 }).length / KB;
  return [
    { name: "agent.gzip", value: size(agent), unit: "KB", budget: { atMost: 8 } },
    { name: "friction.gzip", value: size(friction), unit: "KB", budget: { atMost: 4 } },
    { name: "locator.gzip", value: size(locator), unit: "KB", budget: { atMost: 14 } },
    { name: "overlay.gzip", value: size(overlay), unit: "KB", budget: { atMost: 25 } },
    { name: "frame.gzip", value: size(frame), unit: "KB", budget: { atMost: 8 } },
    { name: "agent.zod", value: zodWords(agent), unit: "words", budget: { atMost: 0 } },
    { name: "locator.zod", value: zodWords(locator), unit: "words", budget: { atMost: 0 } },
    { name: "overlay.zod", value: zodWords(overlay), unit: "words", budget: { atMost: 0 } },
    { name: "frame.zod", value: zodWords(frame), unit: "words", budget: { atMost: 0 } },
  ];
}

function zodWords(script: Buffer): number {
  return ZOD.filter((word) => script.includes(word)).length;
}
