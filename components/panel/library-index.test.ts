import { beforeAll, describe, expect, it } from "vitest";
import { ENGLISH, RUSSIAN } from "../../test/support/library-texts.ts";
import { createLibraryIndex } from "./library-index.ts";

const english = createLibraryIndex(ENGLISH);
const russian = createLibraryIndex(RUSSIAN);
beforeAll(async () => {
  await Promise.all([english.ready, russian.ready]);
});

const nowhere = new Set<string>();
const foundIn = (index: typeof english, typed: string, here = nowhere) =>
  index.search(typed, here).found.map(({ guide }) => guide);

describe("what people type, and what they mean", () => {
  it.each([
    ["deploy", ["deploy", "roll-back"]],
    ["deploying", ["deploy", "roll-back"]],
    ["how do I deploy", ["deploy", "roll-back"]],
    ["reports", ["share", "export"]],
    ["report pdf", ["export"]],
    ["PDF report", ["export"]],
    ["undo deployments", ["roll-back"]],
    ["sharing", ["share"]],
    ["inviting a colleague", ["invite"]],
    ["invi", ["invite", "role"]],
    ["billing", ["invoice"]],
    ["downloading", ["export", "invoice"]],
    ["spreadsheets", ["import"]],
    ["resume", ["resume"]],
    ["RÉSUMÉ", ["resume"]],
  ])("L11, L12, L14: in English %j", (typed, top) => {
    expect(foundIn(english, typed).slice(0, top.length)).toEqual(top);
  });

  it.each([
    ["отчёты", ["report", "schedule", "export"]],
    ["отчет", ["report", "schedule", "export"]],
    ["отчётами", ["report", "schedule", "export"]],
    ["создание отчета", ["report"]],
    ["как создать отчёт", ["report"]],
    ["отправить отчёт по расписанию", ["schedule"]],
    ["выгрузить в эксель", ["export"]],
    ["excel", ["export"]],
    ["пригласить коллегу", ["invite"]],
    ["роли", ["role"]],
    ["развертывание", ["deploy"]],
    ["deploy", ["deploy"]],
    ["счета", ["invoice"]],
    ["счёт", ["invoice"]],
    ["загрузи", ["import"]],
  ])("L11, L12, L14: in Russian %j", (typed, top) => {
    expect(foundIn(russian, typed).slice(0, top.length)).toEqual(top);
  });

  it.each([
    [english, "deplyo", "deploy"],
    [english, "dploy", "deploy"],
    [english, "reprot", "share"],
    [english, "colleages", "invite"],
    [english, "invocie", "invoice"],
    [russian, "очтёт", "report"],
    [russian, "расписане", "schedule"],
    [russian, "преглашение", "invite"],
    [russian, "jnxtn", "report"],
    [russian, "cxtnf", "invoice"],
    [english, "вузднщн", "deploy"],
  ])("L13: a slip of the hand is forgiven", (index, typed, meant) => {
    expect(foundIn(index, typed)[0]).toBe(meant);
  });

  it("L13: what is written so is meant so, and nothing that is only like it", () => {
    expect(foundIn(english, "import")).toEqual(["import"]);
    expect(foundIn(english, "export")).toEqual(["export"]);
  });

  it("L13: short words are not guessed", () => {
    expect(foundIn(english, "pdx")).toEqual([]);
  });

  it("L14: what is made for the page comes before its equals", () => {
    expect(foundIn(english, "report", new Set(["export"]))[0]).toBe("export");
    expect(foundIn(english, "report", new Set(["share"]))[0]).toBe("share");
  });

  it("L11: if none has all words, those that have some of them are offered as such", () => {
    const answer = english.search("report elephants", nowhere);
    expect(answer.all).toBe(false);
    expect(answer.found.map(({ guide }) => guide)).toEqual(["share", "export"]);
    expect(english.search("report address", nowhere)).toMatchObject({ all: true });
  });

  it("L11: nothing is found with words that nothing is like", () => {
    expect(english.search("elephants", nowhere)).toEqual({ found: [], all: true });
    expect(english.search("?!", nowhere)).toEqual({ found: [], all: true });
  });

  it("a large library is taken up bit by bit, and found as far as it is", async () => {
    const many = Array.from({ length: 25 }, (_, at) => ({
      guide: `g${at}`,
      name: "Report",
      category: "",
      steps: [],
    }));
    const index = createLibraryIndex(many);
    expect(index.isReady()).toBe(false);
    await index.ready;
    expect(index.isReady()).toBe(true);
    expect(foundIn(index, "r")).toHaveLength(25);
  });
});
