import type { Fingerprint } from "../model/anchor.ts";
import { roleFamily } from "./role.ts";
import { stability } from "./stability.ts";
import { normalise, tokens } from "./text.ts";

/** A fingerprint prepared for many comparisons. */
export interface Features {
  source: Fingerprint;
  /** Normalised name and visible text, each once. */
  texts: readonly Text[];
  /** Unset if it was made by a machine. */
  id: Text | undefined;
  testIds: readonly (readonly [string, string])[];
  family: string;
  region: ReadonlySet<string>;
  regionKey: string;
  neighbours: ReadonlySet<string>;
  hrefKey: string;
}

export interface Text {
  key: string;
  words: ReadonlySet<string>;
}

export function prepare(source: Fingerprint): Features {
  const texts = [...new Set([normalise(source.name), normalise(source.text)])].filter(Boolean);
  const { id, landmark, heading, href } = source;
  return {
    source,
    texts: texts.map((key) => ({ key, words: tokens(key) })),
    id: id && stability(id) !== "random" ? { key: id, words: tokens(splitName(id)) } : undefined,
    testIds: Object.entries(source.testIds ?? {}).filter(
      ([, value]) => stability(value) !== "random",
    ),
    family: roleFamily(source),
    region: tokens(`${landmark ?? ""} ${heading ?? ""}`),
    regionKey: landmark || heading ? `${normalise(landmark)}|${normalise(heading)}` : "",
    neighbours: new Set((source.neighbours ?? []).map(normalise).filter(Boolean)),
    hrefKey: href ? `/${href.path.join("/")}` : "",
  };
}

/** "saveDraft_button" reads as "save Draft button". */
function splitName(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2");
}
