import type { Facts } from "../../lib/decide/facts.ts";
import { itemsFor } from "../../lib/draft/preview-verdict.ts";
import { type Heard, type Walk, walkOf } from "../../lib/draft/walk.ts";
import type { Definitions, PlayOrder } from "../../lib/message/protocol.ts";
import type { PictureSizes } from "../../lib/model/asset.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { accentOf } from "../../lib/tour/accent.ts";
import { fillIn } from "../../lib/tour/fill-in.ts";
import { labelsFor } from "../../lib/tour/labels.ts";

/** No published guide has it. */
const VERSION = 0;

/** What is played in the page; null for what only stands in the panel. A how-to is walked through like a tour. */
export function playable(guide: Guide): Guide | null {
  if (guide.kind === "announcement") return null;
  return guide.kind === "how-to" ? { ...guide, kind: "tour" } : guide;
}

/** The order that lets the page play a draft for somebody, from where its walk stands. */
export function previewOrder(
  guide: Guide,
  how: {
    facts: Facts;
    language: string;
    theme: Definitions["theme"] | undefined;
    pictures: PictureSizes;
    /** What was heard of it in a page that is left. */
    heard: readonly Heard[];
  },
): PlayOrder {
  const { facts, heard, theme } = how;
  const dressed = theme ? { ...guide, theme: { ...theme, ...guide.theme } } : guide;
  const locales = [how.language];
  const walk = walkOf(guide, heard);
  const first = guide.steps[0]?.id ?? "";
  const goesOn = heard.length > 0;
  return {
    guide: fillIn(dressed, { user: facts.user, account: facts.account }),
    version: VERSION,
    step: walk.at ?? first,
    before: beforeOf(walk, heard),
    items: itemsFor(guide, facts),
    startedBy: goesOn ? "resume" : guide.trigger.start,
    locales,
    labels: labelsFor(locales),
    used: {},
    signals: [...facts.signals],
    accent: accentOf(dressed),
    pictures: how.pictures,
  };
}

function beforeOf({ steps, at }: Walk, heard: readonly Heard[]): PlayOrder["before"] {
  const done = steps.filter(({ state }) => state === "done").map(({ step }) => step);
  if (at === null || !done.includes(at)) return { done, left: null };
  const said = heard.findLast(({ report }) => report.step === at && report.answer);
  return { done, left: { answer: said?.report.answer ?? null } };
}
