import type { Guide } from "../../../lib/model/guide.ts";
import { guide, step } from "../page/support/guides.ts";

const DAY = 86_400_000;
const named = (id: string) => ({ id, name: { en: id } });
const starts = (frequency: "once" | "until-completed" | "always", when?: Guide["audience"]) => ({
  trigger: { start: "auto" as const, frequency, ...(when && { when }) },
});

const home = { type: "page", url: { path: "/" } } as const;
const saving = { type: "element", selector: "#save", state: "present" } as const;
const saved = { type: "used", feature: "save" } as const;
const pro = { type: "attribute", of: "account", name: "plan", op: "eq", value: "pro" } as const;

/** Of several kinds, classes and frequencies, with every reason not to show. */
export const GUIDES: readonly Guide[] = [
  guide([step("welcome"), step("welcome-2")], {
    ...named("welcome"),
    priority: 5,
    ...starts("always", home),
  }),
  guide([step("news")], { ...named("news"), kind: "modal", ...starts("once") }),
  guide([step("survey", { question: { type: "nps" } })], {
    ...named("survey"),
    kind: "survey",
    audience: saved,
    ...starts("until-completed"),
  }),
  guide([step("later")], {
    ...named("later"),
    schedule: { from: Date.now() + 90 * DAY },
    ...starts("always"),
  }),
  guide([step("over")], {
    ...named("over"),
    schedule: { until: Date.now() - 90 * DAY },
    ...starts("always"),
  }),
  guide([step("by-hand")], named("by-hand")),
  guide([step("pro")], { ...named("pro"), audience: pro, ...starts("always") }),
  guide([step("held")], { ...named("held"), experiment: "lift", ...starts("always") }),
  guide([step("urgent")], {
    ...named("urgent"),
    budget: "exempt",
    ...starts("until-completed", saving),
  }),
  guide([step("banner")], { ...named("banner"), kind: "banner", ...starts("always") }),
  guide([step("second")], { ...named("second"), kind: "banner", ...starts("once") }),
];

export const AMBIENT: ReadonlySet<string> = new Set(["banner", "second"]);
