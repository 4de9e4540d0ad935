import { expect, it } from "vitest";
import type { ChecklistSettings, ChecklistTemplates } from "../../lib/model/checklist.ts";
import { DEFAULT_CHECKLISTS } from "../../lib/model/checklist-defaults.ts";
import type { ChecklistsClient } from "./client.ts";
import { createTemplatesModel } from "./templates-model.ts";

function open() {
  const written: [ChecklistTemplates, number][] = [];
  const settings: ChecklistSettings = {
    revision: 3,
    updatedAt: null,
    updatedBy: null,
    templates: [...DEFAULT_CHECKLISTS],
  };
  const client: Partial<ChecklistsClient> = {
    templates: async () => ({ ok: true, value: settings }),
    write: async (body, revision) => {
      written.push([body, revision]);
      return { ok: true, value: { ...settings, revision: 4, templates: body.templates } };
    },
  };
  return { model: createTemplatesModel(client as ChecklistsClient), written };
}

it("K18: templates are saved whole, over the revision that was read", async () => {
  const { model, written } = open();
  await model.settings.load();
  model.remove("qbr");
  model.moveStep("onboarding", 0, 1);
  model.editStep("onboarding", 0, { day: 1, owner: "Eve" });
  await model.save();
  const [[body, revision] = [{ templates: [] }, 0]] = written;
  expect([revision, body.templates.map(({ id }) => id)]).toEqual([
    3,
    ["onboarding", "offboarding"],
  ]);
  expect(body.templates[0]?.steps[0]).toMatchObject({ day: 1, owner: "Eve" });
  expect(body.templates[0]?.steps[1]).toEqual(DEFAULT_CHECKLISTS[0]?.steps[0]);
  expect(model.changed.value).toBe(false);
});

it("K18: a step without a text is asked for and not saved", async () => {
  const { model, written } = open();
  await model.settings.load();
  model.add({ id: "new", name: { en: "New" }, steps: [{ text: { en: "" }, day: 0, owner: null }] });
  await model.save();
  expect([written, model.lacking.value]).toEqual([[], true]);
  model.discard();
  expect([model.changed.value, model.templates.value.length]).toEqual([false, 3]);
});
