import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { FeatureRule } from "../../model/feature.ts";
import { type DomRules, watchDom } from "./dom.ts";
import { rulesOf } from "./match.ts";

/** An element of which its id is known. */
class Tag {
  readonly #id: string;
  constructor(id: string) {
    this.#id = id;
  }
  closest(selector: string): Tag | null {
    return selector === `#${this.#id}` ? this : null;
  }
}

let listeners: Map<string, (event: unknown) => void>;
beforeEach(() => {
  listeners = new Map();
  vi.stubGlobal("Element", Tag);
  vi.stubGlobal("ShadowRoot", class {});
  vi.stubGlobal("addEventListener", (type: string, listener: (event: unknown) => void) =>
    listeners.set(type, listener),
  );
});
afterEach(() => vi.unstubAllGlobals());

const click = (id: string, isTrusted = true) =>
  listeners.get("click")?.({ type: "click", isTrusted, composedPath: () => [new Tag(id)] });

function rules(...features: { id: string; rules: FeatureRule[] }[]): DomRules {
  const of = <K extends keyof DomRules>(kind: K) => rulesOf(features, kind);
  return { click: of("click"), submit: of("submit"), input: of("input"), drag: of("drag") };
}
const SAVE = { id: "save", rules: [{ on: "click" as const, selector: "#save" }] };

it("E9: what is clicked before the features are known counts once they are, once and in order", async () => {
  const used: string[] = [];
  const dom = watchDom((feature) => used.push(feature), new AbortController().signal);
  click("save");
  click("other");
  click("save", false);
  await Promise.resolve();
  expect(used).toEqual([]);
  dom.setRules(rules(SAVE, { id: "other", rules: [{ on: "click", selector: "#other" }] }));
  expect(used).toEqual(["save", "other"]);
  dom.setRules(rules(SAVE));
  click("save");
  expect(used).toEqual(["save", "other", "save"]);
});
