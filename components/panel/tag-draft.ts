import { freeId } from "../../lib/draft/free-id.ts";
import { Feature, type FeatureRule } from "../../lib/model/feature.ts";
import { parse } from "../../lib/model/parse.ts";
import type { UrlPattern } from "../../lib/model/url-pattern.ts";

/** A feature as a form has it: texts. */
export interface TagDraft {
  /** Null: it is new and gets its id from its name. */
  id: string | null;
  /** Of the draft on the server; 0: there is none. */
  revision: number;
  name: string;
  group: string;
  /** With commas between them; empty: all. */
  plans: string;
  on: FeatureRule["on"];
  selector: string;
  /** Name that the app tells of. */
  event: string;
  path: string;
  hash: string;
  /** Of the page pattern, and of what is dragged where, as they were: the form does not show them. */
  page: Pick<UrlPattern, "host" | "query">;
  to: string | undefined;
  /** Its other rules, as they were. */
  others: FeatureRule[];
}

export type TagField = "name" | "group" | "plans" | "selector" | "event" | "path" | "hash";
export type TagFault = "required" | "long" | "plans" | "path" | "rules";
export type TagFaults = Partial<Record<TagField, TagFault>>;

export const NEW_TAG: TagDraft = {
  id: null,
  revision: 0,
  name: "",
  group: "",
  plans: "",
  on: "click",
  selector: "",
  event: "",
  path: "",
  hash: "",
  page: {},
  to: undefined,
  others: [],
};

export function draftOf(feature: Feature, revision: number): TagDraft {
  const [first, ...others] = feature.rules;
  const { path = "", hash = "", ...page } = first?.page ?? {};
  return {
    ...NEW_TAG,
    id: feature.id,
    revision,
    name: feature.name,
    group: feature.group ?? "",
    plans: feature.plans?.join(", ") ?? "",
    on: first?.on ?? "click",
    selector: first && "selector" in first ? first.selector : "",
    event: first?.on === "custom" ? first.event : "",
    path,
    hash,
    page,
    to: first?.on === "drag" ? first.to : undefined,
    others,
  };
}

/** Its rule as far as it can be tried on the page; null while it names nothing. */
export function ruleOf(draft: TagDraft): FeatureRule | null {
  const { on, selector, event, to } = draft;
  const path = draft.path.trim();
  const hash = draft.hash.trim();
  const pattern = { ...draft.page, ...(path && { path }), ...(hash && { hash }) };
  const page = Object.keys(pattern).length > 0 ? { page: pattern } : {};
  if (on === "view") return page.page ? { on, page: page.page } : null;
  if (on === "custom") return event.trim() ? { on, event: event.trim(), ...page } : null;
  if (!selector.trim()) return null;
  const where = { selector: selector.trim(), ...page };
  return on === "drag" ? { on, ...where, ...(to && { to }) } : { on, ...where };
}

/** The feature that it says, or what is wrong with which field. `taken`: ids that belong to others. */
export function featureOf(
  draft: TagDraft,
  taken: ReadonlySet<string>,
): { ok: true; value: Feature } | { ok: false; faults: TagFaults } {
  const faults: TagFaults = {};
  const plans = draft.plans.split(",").flatMap((plan) => plan.trim() || []);
  const needed = { view: "path", custom: "event" } as const;
  const rule = ruleOf(draft);
  if (!draft.name.trim()) faults.name = "required";
  if (!rule) faults[needed[draft.on as "view" | "custom"] ?? "selector"] = "required";
  if (draft.path.trim() && !/^(\/|\*)/.test(draft.path.trim())) faults.path = "path";
  if (Object.keys(faults).length > 0 || !rule) return { ok: false, faults };
  const group = draft.group.trim();
  const parsed = parse(Feature, {
    id: draft.id ?? freeId(draft.name, taken, "feature"),
    name: draft.name.trim(),
    ...(group && { group }),
    ...(plans.length > 0 && { plans }),
    rules: [rule, ...draft.others],
  });
  if (parsed.ok) return parsed;
  for (const { path } of parsed.error) {
    const field = /^(name|group|plans)|(selector|event|path|hash)$/.exec(path)?.[0];
    faults[(field ?? "selector") as TagField] =
      field === "plans" ? "plans" : field ? "long" : "rules";
  }
  return { ok: false, faults };
}
