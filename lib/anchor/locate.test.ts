import { describe, expect, it } from "vitest";
import type { Anchor, Fingerprint } from "../model/anchor.ts";
import { likeness, locate } from "./locate.ts";
import { createShortlist } from "./shortlist.ts";

const deploy: Fingerprint = {
  tag: "button",
  name: "Deploy",
  text: "Deploy",
  id: "header-deploy",
  landmark: "header",
  heading: "Workspace",
  neighbours: ["user menu", "search flows"],
  ancestors: ["div", "header", "body"],
  icon: "a1b2",
};

const anchorOf = (...fingerprints: Fingerprint[]): Anchor => ({
  samples: fingerprints.map((fingerprint) => ({ fingerprint })),
});
const page = (...fingerprints: Fingerprint[]) =>
  fingerprints.map((fingerprint) => ({ fingerprint }));

const search: Fingerprint = {
  tag: "input",
  type: "search",
  name: "Search flows",
  landmark: "header",
};
const menu: Fingerprint = { tag: "button", name: "User menu", landmark: "header" };

describe("locate", () => {
  it("A5: a stable id is enough when the text agrees", () => {
    const answer = locate(anchorOf(deploy), page(menu, { ...deploy, landmark: "main" }, search));
    expect(answer).toMatchObject({ outcome: "found", index: 1, tier: 0 });
  });

  it("A5: an id that was given to something else does not decide", () => {
    const reused: Fingerprint = { tag: "button", name: "Delete everything", id: "header-deploy" };
    expect(locate(anchorOf(deploy), page(menu, reused)).outcome).toBe("absent");
  });

  it("A6: a unique exact text in the same role family is enough", () => {
    const target = { tag: "button", name: "Save draft" };
    const answer = locate(
      anchorOf(target),
      page(menu, { tag: "a", role: "button", name: "Save draft" }),
    );
    expect(answer).toMatchObject({ outcome: "found", index: 1, tier: 1 });
  });

  it("A6: among twins the one in the target's region is meant", () => {
    const link = { tag: "a", name: "Contact", landmark: "footer" };
    const answer = locate(anchorOf(link), page({ ...link, landmark: "header" }, link));
    expect(answer).toMatchObject({ outcome: "found", index: 1, tier: 1 });
  });

  it("A3: digits in a text are not looked at", () => {
    const answer = locate(
      anchorOf({ tag: "a", name: "Inbox (3)" }),
      page({ tag: "a", name: "Inbox (12)" }, { tag: "a", name: "Sent" }),
    );
    expect(answer).toMatchObject({ outcome: "found", index: 0 });
  });

  it("A7: other wording is found when the rest agrees", () => {
    const reworded = { ...deploy, name: "Publish", text: "Publish" };
    const answer = locate(anchorOf(deploy), page(menu, search, reworded));
    expect(answer).toMatchObject({ outcome: "found", index: 2, tier: 2 });
  });

  it("A8: twins that nothing tells apart are ambiguous, with both named", () => {
    const edit = { tag: "button", name: "Edit", landmark: "main" };
    const answer = locate(anchorOf(edit), page(edit, menu, edit));
    expect(answer).toMatchObject({ outcome: "ambiguous", margin: 0, rivals: [0, 2] });
  });

  it("A9: a removed target is absent, whatever stands in its place", () => {
    const answer = locate(anchorOf(deploy), page(menu, search, { tag: "h1", text: "Workspace" }));
    expect(answer.outcome).toBe("absent");
    expect(answer.reason).not.toBe("");
  });

  it("A8: alike only in one family of evidence is not enough", () => {
    const target = { tag: "a", name: "Billing and invoices" };
    const answer = locate(anchorOf(target), page({ tag: "a", name: "Billing address" }, menu));
    expect(answer.outcome).toBe("absent");
  });

  it("A7: an exchanged word makes another thing, whatever else agrees", () => {
    const collapse = { ...deploy, id: undefined, name: "Collapse all", text: "Collapse all" };
    const expand = { ...collapse, name: "Expand all", text: "Expand all" };
    expect(locate(anchorOf(collapse), page(expand, search)).outcome).not.toBe("found");
  });

  it("A7: an icon that many bear is no evidence", () => {
    const shop = { tag: "button", name: "Stores", icon: "chevron", landmark: "main" };
    const others = ["Orders", "Goods", "Bills"].map((name) => ({ ...shop, name }));
    expect(locate(anchorOf(shop), page(...others)).outcome).not.toBe("found");
  });

  it("A3: a path is not the word in it", () => {
    const answer = locate(
      anchorOf({ tag: "span", text: "/orders" }),
      page({ tag: "span", text: "Orders" }),
    );
    expect(answer.outcome).not.toBe("found");
  });

  it("A6: the only element with the text is passed over when another is liker", () => {
    const renamed = { ...deploy, id: undefined, name: "Deploy now", text: "Deploy now" };
    const stray: Fingerprint = { tag: "button", name: "Deploy", text: "Deploy", landmark: "main" };
    const target = { ...deploy, label: "Deploy", title: "Deploy it" };
    const answer = locate(
      anchorOf(target),
      page(stray, { ...renamed, label: "Deploy", title: "Deploy it" }),
    );
    expect(answer).not.toMatchObject({ outcome: "found", index: 0 });
  });

  it("A8: a field of the same name is enough, clearly ahead", () => {
    const target = { tag: "input", name: "Find films", field: "q", placeholder: "Find films" };
    const now = { tag: "input", name: "Search", field: "q", placeholder: "Search" };
    const other = { tag: "input", name: "E-mail", field: "mail" };
    expect(locate(anchorOf(target), page(other, now))).toMatchObject({
      outcome: "found",
      index: 1,
    });
  });

  it("A10: of twins that lead to the same place either is fine, and it says so", () => {
    const link = { tag: "a", name: "Help", href: { host: "a.test", path: ["help"] } };
    expect(locate(anchorOf(link), page(link, menu, link))).toMatchObject({
      outcome: "found",
      twin: true,
    });
  });

  it("A4: an id made by a machine is no evidence", () => {
    const target = { tag: "div", id: "radix-:r1a:" };
    expect(locate(anchorOf(target), page({ tag: "div", id: "radix-:r1a:" })).outcome).toBe(
      "absent",
    );
  });

  it("A10: what lies inside the answer is no rival", () => {
    const inner = { tag: "span", text: "Deploy", landmark: "header", heading: "Workspace" };
    const answer = locate(anchorOf(deploy), [
      { fingerprint: { ...deploy, id: undefined } },
      { fingerprint: inner, parent: 0 },
    ]);
    expect(answer).toMatchObject({ outcome: "found", index: 0 });
  });

  it("A11: the best of several samples counts", () => {
    const russian = { ...deploy, name: "Развернуть", text: "Развернуть", id: undefined };
    const answer = locate(anchorOf(deploy, russian), page(menu, russian));
    expect(answer).toMatchObject({ outcome: "found", index: 1 });
  });

  it("A12: in another language words say nothing, and marks decide with a wider margin", () => {
    const anchor = { samples: [{ lang: "en", fingerprint: deploy }] };
    const german = { ...deploy, name: "Übernehmen", text: "Übernehmen", heading: "Arbeitsbereich" };
    const candidates = page({ tag: "button", name: "Menü", landmark: "header" }, german);
    expect(locate(anchor, candidates, { foreign: true })).toMatchObject({
      outcome: "found",
      index: 1,
    });
  });

  it("says absent for an empty page", () => {
    expect(locate(anchorOf(deploy), [])).toMatchObject({ outcome: "absent", score: 0 });
  });
});

describe("likeness", () => {
  it("A13: stays above the keeping score when only the label changes", () => {
    const busy = { ...deploy, name: "Deploying", text: "Deploying" };
    expect(likeness(anchorOf(deploy), busy)).toBeGreaterThan(0.4);
    expect(likeness(anchorOf(deploy), search)).toBeLessThan(0.4);
  });
});

describe("shortlist", () => {
  it("puts the target before many others", () => {
    const list = createShortlist(anchorOf(deploy));
    const add = (name: string) => list.add({ tag: "a", name });
    for (let i = 0; i < 300; i++) add(`Item ${i} word`);
    list.add(deploy);
    for (let i = 0; i < 300; i++) add(`Other ${i} word`);
    const ranking = [...list.ranking()];
    expect(ranking.flatMap(({ numbers }) => numbers)).toHaveLength(601);
    expect(ranking[0]).toMatchObject({ numbers: [300], hit: true });
    expect(list.exact).toEqual([300]);
  });
});
