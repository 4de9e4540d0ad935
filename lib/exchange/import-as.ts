import { Guide } from "../model/guide.ts";
import type { Result } from "../model/parse.ts";
import { parse } from "../model/parse.ts";
import { importDriverTour } from "./driver-tour.ts";
import type { ImportOptions } from "./foreign-guide.ts";
import type { Imported } from "./imported.ts";
import { importIntroTour } from "./intro-tour.ts";
import { importNodeRedTour } from "./node-red-tour.ts";
import { importRecorderJson } from "./recorder-json-import.ts";
import { importShepherdTour } from "./shepherd-tour.ts";
import { importSideTest } from "./side-test.ts";
import type { FileFormat } from "./tour-format.ts";

export type Importer = (options: ImportOptions) => Result<Imported>;

/** The importer of each format. `test`: which test of a project with several. */
export function importAs(
  format: FileFormat,
  value: unknown,
  options: ImportOptions & { test?: number },
): Result<Imported> {
  switch (format) {
    case "waymark":
      return importGuide(value, options);
    case "node-red":
      return importNodeRedTour(value, options);
    case "driver":
      return importDriverTour(value, options);
    case "shepherd":
      return importShepherdTour(value, options);
    case "intro":
      return importIntroTour(value, options);
    case "side":
      return importSideTest(value, { ...options, test: options.test ?? 0 });
    case "recorder":
      return importRecorderJson(value, options);
  }
}

/** A guide of ours is taken as it is, under the id that is asked for. */
function importGuide(value: unknown, { id }: ImportOptions): Result<Imported> {
  const guide = parse(Guide, value);
  if (!guide.ok) return guide;
  return { ok: true, value: { guide: { ...guide.value, id }, targets: [], findings: [] } };
}
