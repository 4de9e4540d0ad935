import type { PlayOrder } from "../../../../lib/message/protocol.ts";
import type { Anchor, Fingerprint } from "../../../../lib/model/anchor.ts";
import type { Guide, Step } from "../../../../lib/model/guide.ts";
import { accentOf } from "../../../../lib/tour/accent.ts";
import { labelsFor } from "../../../../lib/tour/labels.ts";

export function anchorTo(fingerprint: Fingerprint): Anchor {
  return { samples: [{ fingerprint }] };
}

export function step(id: string, more: Partial<Step> = {}): Step {
  return {
    id,
    title: { en: `Title of ${id}`, ru: `Заголовок ${id}` },
    body: { en: [{ type: "paragraph", children: [{ type: "text", text: `Text of ${id}.` }] }] },
    advance: { on: "next" },
    ...more,
  };
}

export function guide(steps: Step[], more: Partial<Guide> = {}): Guide {
  return {
    format: 1,
    id: "tour",
    kind: "tour",
    name: { en: "Tour" },
    steps,
    trigger: { start: "manual" },
    ...more,
  };
}

export function orderOf(of: Guide, more: Partial<PlayOrder> = {}): PlayOrder {
  const { locales = ["en"] } = more;
  return {
    guide: of,
    version: 1,
    step: of.steps[0]?.id ?? "",
    before: { done: [], left: null },
    items: [],
    accent: accentOf(of),
    startedBy: "auto",
    locales,
    labels: labelsFor(locales),
    used: {},
    signals: [],
    pictures: {},
    ...more,
  };
}
