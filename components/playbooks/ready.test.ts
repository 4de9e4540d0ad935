import { describe, expect, it } from "vitest";
import { createTranslator } from "../../lib/i18n/translator.ts";
import { parse } from "../../lib/model/parse.ts";
import { Playbook } from "../../lib/model/playbook.ts";
import { READY_PLAYBOOKS } from "../../lib/model/ready-playbooks.ts";
import { fillTemplate } from "../../lib/model/template.ts";
import { inactiveIn, READY_IDS, readyIn } from "./ready.ts";

const ENGLISH = createTranslator("en", ["en"]);
const RUSSIAN = createTranslator("ru", ["ru"]);
const titles = ({ actions }: Playbook) =>
  actions.flatMap((action) => ("title" in action && action.title ? [action.title] : []));

it("J11: every ready playbook is offered", () => {
  expect([...READY_IDS].sort()).toEqual(Object.keys(READY_PLAYBOOKS).sort());
});

describe.each([
  ["English", ENGLISH],
  ["Russian", RUSSIAN],
])("in %s", (_, words) => {
  it.each(READY_IDS)("J11: %s asks and does what the ready one does, and can be stored", (id) => {
    const ready = READY_PLAYBOOKS[id] as Playbook;
    const body = readyIn(id, words);
    expect(parse(Playbook, body)).toEqual({ ok: true, value: body });
    const { when, wait, coolDown, actions } = body;
    expect({ when, wait, coolDown }).toEqual({
      when: ready.when,
      wait: ready.wait,
      coolDown: ready.coolDown,
    });
    expect(actions.map(({ type }) => type)).toEqual(ready.actions.map(({ type }) => type));
    for (const title of titles(body)) {
      expect(fillTemplate(title, ({ of, name }) => `<${of}.${name}>`)).toContain("<account.name>");
    }
  });
});

it("J11: in English they say what the server's say", () => {
  const said = ({ name, actions }: Playbook) => ({ name, actions });
  for (const id of READY_IDS) {
    expect(said(readyIn(id, ENGLISH))).toEqual(said(READY_PLAYBOOKS[id] as Playbook));
  }
});

it("a feature with the longest name still makes a playbook that can be stored", () => {
  const body = inactiveIn({ id: "reports", name: "Отчёты ".repeat(17).trim() }, RUSSIAN);
  expect(parse(Playbook, body).ok).toBe(true);
  expect(body.name).toContain("Отчёты");
});
