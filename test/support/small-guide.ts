import type { Guide, Step } from "../../lib/model/guide.ts";

/** A valid step of few words. */
export function smallStep(id: string, more: Partial<Step> = {}): Step {
  return { id, title: { en: id }, body: { en: [] }, advance: { on: "next" }, ...more };
}

/** A valid tour of such steps. */
export function smallGuide(steps: readonly Step[], more: Partial<Guide> = {}): Guide {
  return {
    format: 1,
    id: "g",
    kind: "tour",
    name: { en: "G" },
    trigger: { start: "manual" },
    steps: [...steps],
    ...more,
  };
}
