import type { ReadonlySignal } from "@preact/signals";
import type { FeatureEntry } from "../../lib/message/protocol.ts";
import type { FeatureRule } from "../../lib/model/feature.ts";
import type { TagChoice, TagMove, TagNews } from "../../lib/model/tagging.ts";
import type { FeatureItem } from "../console/feature-client.ts";
import type { QueryError } from "../console/request.ts";
import type { TagDraft, TagFaults } from "./tag-draft.ts";
import type { TagCount } from "./tag-line.ts";
import type { ReviewStep, ServerFeature, TagDone } from "./tagging-acts.ts";

export type TagProblem = { kind: "page"; detail: string } | { kind: "query"; error: QueryError };
export type TagBusy = "save" | "publish" | "archive" | "undo" | "edit" | ReviewStep;

/** What is being defined, and what was pointed at for it. */
export interface TagForm {
  draft: TagDraft;
  faults: TagFaults;
  /** Selectors of the element that was pointed at, the narrowest first; empty: none was. */
  choices: readonly TagChoice[];
  /** Ways in which it can be used, the likeliest first; empty: as the rule says. */
  uses: readonly FeatureRule["on"][];
}

/** The form with what is proposed for this use of the element that was pointed at. */
export function proposed(
  draft: TagDraft,
  on: FeatureRule["on"],
  picked: Extract<TagNews, { news: "picked" }>["uses"],
): TagForm {
  const use = picked.find((one) => one.on === on);
  const choices = use?.choices ?? [];
  const selector = choices[use?.proposed ?? 0]?.selector ?? draft.selector;
  return {
    draft: { ...draft, on, selector },
    faults: {},
    choices,
    uses: picked.map((one) => one.on),
  };
}

/** Under which the rule in the form is counted; no id of a feature. */
export const FORM = "#form";

/** An author tags features on the page in front of them. */
export interface TaggingModel {
  /** Null: nobody is signed in to the console, so there is nobody to tag. */
  server: ReadonlySignal<string | null>;
  open: ReadonlySignal<boolean>;
  /** Published features as this device has them. */
  features: ReadonlySignal<readonly FeatureEntry[]>;
  /** What was never published, or not since it was archived. */
  drafts: ReadonlySignal<readonly FeatureItem[]>;
  /** Drafts whose review was asked for, or that may be published since they are approved. */
  reviews: ReadonlySignal<readonly FeatureItem[]>;
  /** By feature; of the form under `FORM`. */
  counts: ReadonlySignal<ReadonlyMap<string, TagCount>>;
  tracked: ReadonlySignal<readonly string[]>;
  picking: ReadonlySignal<boolean>;
  over: ReadonlySignal<TagChoice | null>;
  form: ReadonlySignal<TagForm | null>;
  /** The feature that is marked on the page. */
  shown: ReadonlySignal<string | null>;
  busy: ReadonlySignal<TagBusy | null>;
  problem: ReadonlySignal<TagProblem | null>;
  done: ReadonlySignal<TagDone | null>;
  /** Looks whether somebody is signed in, and what there is. */
  load(): Promise<void>;
  /** Another page is beside the panel, or the same one was loaded anew. */
  showTab(tab: number | null): void;
  toggle(): Promise<void>;
  pick(): void;
  move(to: TagMove): void;
  take(): void;
  endPicking(): void;
  /** A feature that is an address, or what the app tells of. */
  begin(on: "view" | "custom"): void;
  edit(feature: string): Promise<void>;
  change(part: Partial<TagDraft>): void;
  use(on: FeatureRule["on"]): void;
  cancel(): void;
  save(publish: boolean): Promise<void>;
  /** Takes a draft of the server on: that of the form, whose review is asked for, or one of `reviews`. */
  advance(feature: ServerFeature, step: ReviewStep): Promise<void>;
  archive(feature: string): Promise<void>;
  undo(): Promise<void>;
  show(feature: string): void;
  closeDone(): void;
}
