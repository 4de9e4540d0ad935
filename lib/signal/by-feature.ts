import { featuresOf } from "./advance.ts";
import type { Kept } from "./kept.ts";

/** By feature, those whose state a use of it may change. */
export function byFeature(definitions: readonly Kept[]): ReadonlyMap<string, readonly Kept[]> {
  const found = new Map<string, Kept[]>();
  for (const definition of definitions) {
    for (const feature of featuresOf(definition.body)) {
      const others = found.get(feature);
      if (others) others.push(definition);
      else found.set(feature, [definition]);
    }
  }
  return found;
}
