import type { DocumentKind } from "../../lib/model/documents.ts";
import type { Feature } from "../../lib/model/feature.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { SignalDefinition } from "../../lib/model/signal.ts";

const feature = (id: string, name: string, group: string, plans?: string[]): Feature => ({
  id,
  name,
  group,
  ...(plans ? { plans } : {}),
  rules: [{ on: "custom", event: id }],
});

const PAID = ["team", "enterprise"];

/** What the invented company's product can do, and from which plan on. Used most first. */
export const FEATURES: readonly Feature[] = [
  feature("create-project", "Create a project", "Projects"),
  feature("assign-work", "Assign work", "Projects"),
  feature("comment", "Comment", "Projects"),
  feature("board", "Board view", "Projects"),
  feature("report", "Build a report", "Insights", PAID),
  feature("dashboard", "Share a dashboard", "Insights", PAID),
  feature("automate", "Automate a step", "Automation", PAID),
  feature("integrate", "Connect another tool", "Automation", ["enterprise"]),
  feature("export", "Export data", "Projects"),
  feature("audit", "Look into the audit log", "Security", ["enterprise"]),
];

/** Modules that are sold, with the features of each. */
export const MODULES = ["Projects", "Insights", "Automation", "Security"] as const;

const SIGNALS: readonly SignalDefinition[] = [
  {
    id: "activated",
    name: "Activated",
    kind: "milestone",
    role: "activation",
    when: { type: "used", feature: "assign-work", times: 3, within: "7d" },
  },
];

const text = (en: string, ru: string) => ({ en, ru });

export const SURVEY = "nps";

const NPS: Guide = {
  format: 1,
  id: SURVEY,
  kind: "survey",
  name: text("NPS", "NPS"),
  trigger: { start: "manual" },
  steps: [
    {
      id: "score",
      title: text("How likely are you to recommend us?", "Порекомендуете ли вы нас?"),
      body: { en: [], ru: [] },
      question: { type: "nps" },
      advance: { on: "next" },
    },
    {
      id: "why",
      title: text("Why?", "Почему?"),
      body: { en: [], ru: [] },
      question: { type: "text" },
      advance: { on: "next" },
    },
  ],
};

/** What the workspace publishes, in the order in which it can. */
export const DOCUMENTS: readonly { kind: DocumentKind; body: { id: string } }[] = [
  ...FEATURES.map((body) => ({ kind: "features" as const, body })),
  ...SIGNALS.map((body) => ({ kind: "signals" as const, body })),
  { kind: "guides", body: NPS },
];

/** What people write beside their score, by how they feel. */
export const VERBATIMS: Readonly<Record<"good" | "middling" | "bad", readonly string[]>> = {
  good: ["Saves us hours every week.", "Support answers in minutes.", "Очень удобно, спасибо!"],
  middling: ["Good, but reports are slow.", "Мобильная версия отстаёт.", "Fine for now."],
  bad: [
    "Too many bugs since the last release.",
    "We never finished the set-up.",
    "Дорого для того, что мы используем.",
  ],
};
