import { expect, it } from "vitest";
import type { Playbook } from "../../lib/model/playbook.ts";
import { READY_PLAYBOOKS } from "../../lib/model/ready-playbooks.ts";
import { formOf, newForm, readForm } from "./form.ts";

const EVERY_ACTION: Playbook = {
  name: "Everything",
  description: "One of each.",
  when: { type: "count", feature: "reports", op: "eq", value: 0, within: "7d" },
  wait: "7d",
  coolDown: "30d",
  holdout: 0.125,
  actions: [
    { type: "task", title: "Call {{account.name|them}}", note: "N", owner: "ann", dueDays: 0 },
    { type: "task", title: "Call" },
    { type: "alert", title: "A", level: "critical" },
    { type: "assign", owner: "senior" },
    { type: "attribute", name: "care", value: "high" },
    { type: "attribute", name: "care", value: 3 },
    { type: "attribute", name: "care", value: false },
    { type: "attribute", name: "care", value: null },
    { type: "webhook", forward: "crm" },
    { type: "webhook", forward: "mail", title: "{{account.name|One}}", text: "Look at it." },
  ],
};

it.each([
  ["everything", EVERY_ACTION],
  ...Object.entries(READY_PLAYBOOKS),
] as const)("what was read into the form of %s is the same when it is saved", (_, body) => {
  const days = ({ wait, coolDown, ...rest }: Playbook) => ({
    ...rest,
    wait: wait && Number.parseInt(wait, 10),
    coolDown: coolDown === "26w" ? 182 : Number.parseInt(coolDown, 10),
  });
  const read = readForm(formOf(body));
  expect(read.ok && days(read.body)).toEqual(days(body));
});

it("what is missing or no number is named by its place", () => {
  const form = newForm();
  const [action] = form.actions;
  const read = readForm({
    ...form,
    wait: "a week",
    coolDown: "",
    holdout: "80",
    actions: action
      ? [
          { ...action, due: "soon" },
          { ...action, type: "attribute", name: "" },
        ]
      : [],
  });
  expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual([
    "name",
    "wait",
    "coolDown",
    "actions[0].title",
    "actions[0].dueDays",
    "actions[1].name",
    "holdout",
  ]);
});

it("a wait and a holdout of nothing are none", () => {
  const read = readForm({ ...formOf(EVERY_ACTION), wait: "0", holdout: "" });
  expect(read.ok && [read.body.wait, read.body.holdout]).toEqual([undefined, undefined]);
});
