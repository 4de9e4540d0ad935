import { describe, expect, it } from "vitest";
import { smallGuide, smallStep } from "../../test/support/small-guide.ts";
import type { Anchor } from "../model/anchor.ts";
import type { Guide, Step } from "../model/guide.ts";
import type { Block, Inline } from "../model/rich-text.ts";
import { convertGuide } from "./convert.ts";
import { lint, lintRules, stepAt } from "./lint.ts";

const fingerprint = { tag: "button" };
const anchor: Anchor = { samples: [{ fingerprint }] };
const red: Anchor = { samples: [{ fingerprint, rarity: { shared: {}, margin: 0.02 } }] };
const click = (url: string) => ({ gesture: { type: "click" as const }, url });
const said = (guide: Guide) => lint(guide).map(({ code, step }) => `${step ?? "-"} ${code}`);
const of = (...steps: Step[]) => said(smallGuide(steps));
const paragraph = (...children: Inline[]): Block => ({ type: "paragraph", children });
const link = (href: string, text: string): Inline => ({
  type: "link",
  href,
  children: [{ type: "text", text }],
});

describe("B5: what an author should know", () => {
  it("nothing about a guide that is in order", () => {
    expect(of(smallStep("a", { anchor, advance: { on: "click" } }), smallStep("b"))).toEqual([]);
  });

  it("texts that are missing, old, broken or too long", () => {
    expect(of(smallStep("a", { title: { en: "" } }))).toEqual(["a title-missing"]);
    const half = smallStep("a", { title: { en: "A", ru: "А" }, outdated: ["ru"] });
    expect(of(half, smallStep("b"))).toEqual([
      "- name-missing",
      "a translation-outdated",
      "b translation-missing",
    ]);
    expect(of(smallStep("a", { title: { en: "x".repeat(61) } }))).toEqual(["a title-long"]);
    expect(of(smallStep("a", { title: { en: "Hi {{user.name}}" } }))).toEqual(["a title-broken"]);
    const long = { en: [paragraph({ type: "text", text: "x".repeat(400) })] };
    expect(of(smallStep("a", { body: long }))).toEqual(["a body-long"]);
    const howTo = smallGuide([smallStep("a", { body: long })], { kind: "how-to" });
    expect(said(howTo)).toEqual([]);
  });

  it("pictures without words, links that lead nowhere or say nothing", () => {
    const body = (...blocks: Block[]) => smallStep("a", { body: { en: blocks } });
    const image = { type: "image", asset: "a".repeat(64), alt: "" } as const;
    expect(of(body(image))).toEqual(["a image-alt"]);
    expect(of(body({ ...image, decorative: true }))).toEqual([]);
    expect(of(body(paragraph(link("http://example.com", "Help"))))).toEqual(["a link-broken"]);
    const here = link("https://example.com", "здесь");
    expect(of(body(paragraph({ type: "strong", children: [here] })))).toEqual(["a link-words"]);
  });

  it("recorded steps whose picture could not be taken, where others have one", () => {
    const image = { type: "image", asset: "a".repeat(64), alt: "A" } as const;
    const recorded = click("https://x/");
    const pictured = smallStep("a", { anchor, recorded, body: { en: [image] } });
    const bare = smallStep("b", { anchor, recorded });
    const key = smallStep("c", { recorded: { ...recorded, gesture: { type: "key", keys: "F2" } } });
    expect(of(pictured, bare, smallStep("d"))).toEqual(["b picture-missing"]);
    expect(of(pictured, { ...key, anchor })).toEqual([]);
    expect(of(bare, smallStep("d"))).toEqual([]);
  });

  it("elements that cannot be told apart, were not found, or are acted on without being there", () => {
    expect(of(smallStep("a", { anchor: red }))).toEqual(["a anchor-red"]);
    expect(of(smallStep("a", { anchor: red, advance: { on: "input" } }))).toEqual([
      "a anchor-red",
      "a no-exit",
    ]);
    expect(of(smallStep("a", { recorded: click("https://x/") }))).toEqual(["a anchor-missing"]);
    expect(of(smallStep("a", { advance: { on: "click" } }))).toEqual(["a advance-pointless"]);
  });

  it("a click that is not done before its result is there", () => {
    const first = smallStep("a", {
      anchor,
      advance: { on: "click" },
      recorded: click("https://x/"),
    });
    const guide = smallGuide([
      first,
      smallStep("b", { anchor, recorded: click("https://x/orders#new") }),
    ]);
    const [found] = lint(guide);
    expect(found).toMatchObject({ code: "advance-result-page", params: { page: "/orders#new" } });
    const mended = found?.mend?.(guide);
    expect(mended?.ok && mended.guide.steps[0]?.advance).toEqual({
      on: "until",
      condition: { type: "page", url: { path: "/orders", hash: "new" } },
    });
    const dialog = { samples: [{ fingerprint: { ...fingerprint, landmark: "dialog Edit" } }] };
    expect(of(first, smallStep("b", { anchor: dialog }))).toEqual(["a advance-result-element"]);
  });

  it("too many steps, steps that nobody reaches, an item that waits for nothing yet", () => {
    const steps = Array.from({ length: 8 }, (_, n) => smallStep(`s${n}`));
    expect(of(...steps)).toEqual(["- too-many-steps"]);
    const converted = convertGuide(smallGuide([smallStep("a")]), "checklist");
    expect(converted.ok && said(converted.guide)).toEqual(["a advance-unchosen"]);
    const asks = smallStep("ask", {
      question: { type: "nps", required: true },
      branch: [
        { when: { atLeast: 7 }, to: "thanks" },
        { when: { atMost: 6 }, to: null },
      ],
    });
    const survey = (ask: Step) =>
      said(smallGuide([ask, smallStep("why"), smallStep("thanks")], { kind: "survey" }));
    expect(survey(asks)).toEqual(["why unreachable"]);
    expect(survey({ ...asks, question: { type: "nps" } })).toEqual([]);
  });

  it("a colour that does not stand out, dates in the wrong order, an experiment without a goal", () => {
    const guide = (more: Partial<Guide>) => said(smallGuide([smallStep("a")], more));
    expect(guide({ theme: { accent: "#ffff99" } })).toEqual(["- contrast"]);
    expect(guide({ theme: { accent: "#ffff99", scheme: "dark" } })).toEqual([]);
    expect(guide({ schedule: { from: 2, until: 1 } })).toEqual(["- schedule-order"]);
    expect(guide({ experiment: "e" })).toEqual(["- experiment-goal"]);
    expect(guide({ trigger: { start: "auto" } })).toEqual(["- auto-everywhere"]);
  });

  it("what the schema forbids, with the step that it is about", () => {
    const guide = smallGuide([smallStep("a"), smallStep("b", { placement: "aside" as never })]);
    expect(lintRules(guide)).toMatchObject([
      { code: "rule", step: "b", params: { path: "steps[1].placement" } },
    ]);
    expect(stepAt(guide, "trigger.when")).toBeNull();
  });
});
