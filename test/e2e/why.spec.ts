import { expect, test } from "@playwright/test";
import { guide, step } from "./page/support/guides.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

const auto = { start: "auto", frequency: "always" } as const;
const GUIDES = [
  guide([step("a")], { id: "by-hand", name: { en: "By hand", ru: "По просьбе" } }),
  guide([step("b")], {
    id: "dialog",
    name: { en: "After the dialog", ru: "После диалога" },
    budget: "exempt",
    trigger: {
      ...auto,
      when: { type: "element", selector: "#dialog[open]", state: "absent" },
    },
  }),
  guide([step("c")], {
    id: "pro",
    name: { en: "For accounts on Pro", ru: "Для компаний на Pro" },
    audience: { type: "attribute", of: "account", name: "plan", op: "eq", value: "pro" },
    trigger: auto,
  }),
];

let stage: FixtureStage;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  stage = await setFixtureStage([], { guides: GUIDES, sidePanel: true });
});
test.afterAll(() => stage.end());

test("D28: the side panel says why, with what the page sees now, and copies it", async () => {
  const page = await stage.visit("/leave.html");
  const panel = await stage.waymark.sidePanel(page);
  const row = (name: string) =>
    panel
      .getByRole("region", { name: "Why guides show, or not" })
      .getByRole("listitem")
      .filter({ hasText: name });
  await expect(row("By hand")).toContainText("It starts only when somebody asks for it.");
  await expect(row("For accounts on Pro")).toContainText(
    "Not met: “plan” of the account = pro; found: nothing.",
  );
  await expect(row("After the dialog")).toContainText("On screen");

  await panel.evaluate(() => {
    const copied: string[] = [];
    Object.assign(globalThis, { copied });
    navigator.clipboard.writeText = async (text) => void copied.push(text);
  });
  await panel.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(panel.getByText("The explanation is copied")).toBeVisible();
  const [text] = await panel.evaluate(() => (globalThis as unknown as { copied: string[] }).copied);
  expect(text).toContain("By hand (by-hand, tour): Not now");
  expect(text).toMatch(/\[true\] element selector="#dialog\[open\]" state="absent" min=1/);
  expect(text).toMatch(/\[stopped\] audience\n {4}\[false\] attribute of="account" name="plan"/);
});
