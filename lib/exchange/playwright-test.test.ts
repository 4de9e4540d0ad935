import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser } from "acorn";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorTo, guide, step } from "../../test/e2e/page/support/guides.ts";
import { hostileGuide } from "../../test/support/hostile-guide.ts";
import type { Guide, Step } from "../model/guide.ts";
import { explain } from "../model/parse.ts";
import { playwrightTest } from "./playwright-test.ts";

const TypeScript = Parser.extend(tsPlugin());

function sourceOf(some: Guide): string {
  const result = playwrightTest(some, "en");
  if (!result.ok) throw new Error(explain(result.error));
  return result.value;
}

const at = (gesture: NonNullable<Step["recorded"]>["gesture"]) => ({
  recorded: { gesture, url: "https://app.example.com/flows" },
});
const button = anchorTo({ tag: "button", role: "button", name: "Deploy" });
const EVERYTHING = guide([
  step("open", { anchor: button, ...at({ type: "click", button: "right", count: 2 }) }),
  step("name", { anchor: anchorTo({ tag: "input", label: "Name" }), ...at({ type: "input" }) }),
  step("kind", {
    anchor: anchorTo({ tag: "select", role: "combobox", name: "Kind" }),
    ...at({ type: "choose", option: "inject" }),
  }),
  step("save", at({ type: "key", keys: "Control+S" })),
  step("drag", {
    anchor: button,
    ...at({ type: "drag", to: anchorTo({ tag: "div", id: "area" }) }),
  }),
  step("go", at({ type: "navigate" })),
  step("see", {
    anchor: button,
    advance: {
      on: "until",
      condition: {
        type: "all",
        of: [
          { type: "element", selector: "#done", state: "present" },
          { type: "element", selector: ".busy", state: "absent" },
          { type: "page", url: { path: "/done/*/x" } },
          { type: "used", feature: "deploy" },
        ],
      },
    },
  }),
  step("read"),
]);

describe("X14: a guide as a test of Playwright", () => {
  it("X14: elements are found by role and name, and each step is a step", () => {
    expect(sourceOf(EVERYTHING)).toMatchInlineSnapshot(`
      "import { expect, test } from "@playwright/test";

      /** Where it begins. */
      const START = "https://app.example.com/flows";
      /** What is typed, by step. */
      const VALUES = {
        "name": "",
      };

      test("Tour", async ({ page }) => {
        await page.goto(START);
        await test.step("1. Title of open", async () => {
          await page.getByRole("button", { name: "Deploy", exact: true }).click({ button: "right", clickCount: 2 });
        });
        await test.step("2. Title of name", async () => {
          await page.getByLabel("Name", { exact: true }).fill(VALUES["name"]);
        });
        await test.step("3. Title of kind", async () => {
          await page.getByRole("combobox", { name: "Kind", exact: true }).selectOption("inject");
        });
        await test.step("4. Title of save", async () => {
          await page.keyboard.press("Control+S");
        });
        await test.step("5. Title of drag", async () => {
          await page.getByRole("button", { name: "Deploy", exact: true }).dragTo(page.locator("css=[id=\\"area\\"]"));
        });
        await test.step("6. Title of go", async () => {
          await page.goto("https://app.example.com/flows");
        });
        await test.step("7. Title of see", async () => {
          await expect(page.getByRole("button", { name: "Deploy", exact: true })).toBeVisible();
          await expect(page.locator("css=#done").filter({ visible: true }).first()).toBeVisible();
          await expect(page.locator("css=.busy").filter({ visible: true })).toHaveCount(0);
          await expect(page).toHaveURL((url) => new RegExp("^\\\\/done\\\\/[^/]*\\\\/x$").test(url.pathname));
        });
        await test.step("8. Title of read", async () => {});
      });
      "
    `);
  });

  it("X14: whatever its texts are, it is a program of the same steps and no more", () => {
    fc.assert(
      fc.property(hostileGuide, (some) => {
        const program = TypeScript.parse(sourceOf(some), {
          ecmaVersion: "latest",
          sourceType: "module",
          locations: true,
        });
        const kinds = program.body.map(({ type }) => type);
        expect(kinds.filter((type) => type === "ImportDeclaration")).toHaveLength(1);
        expect(kinds.filter((type) => type === "ExpressionStatement")).toHaveLength(1);
        const call = program.body.at(-1);
        const body =
          call?.type === "ExpressionStatement" &&
          call.expression.type === "CallExpression" &&
          call.expression.arguments[1]?.type === "ArrowFunctionExpression" &&
          call.expression.arguments[1].body.type === "BlockStatement"
            ? call.expression.arguments[1].body.body
            : [];
        expect(body).toHaveLength(1 + some.steps.length);
      }),
      { numRuns: 50 },
    );
  });

  it("X14: it agrees with Playwright's types", () => {
    const folder = mkdtempSync(join(tmpdir(), "waymark-types-"));
    try {
      const sources = fc.sample(hostileGuide, { numRuns: 10, seed: 5 }).map(sourceOf);
      [...sources, sourceOf(EVERYTHING)].forEach((source, index) => {
        writeFileSync(join(folder, `guide-${index}.spec.ts`), source);
      });
      const paths = { "@playwright/test": [resolve("node_modules/@playwright/test")] };
      const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], paths };
      const modules = { module: "esnext", moduleResolution: "bundler", lib: ["esnext", "dom"] };
      const config = { compilerOptions: { ...options, ...modules }, include: ["*.ts"] };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
      const tsc = resolve("node_modules/typescript/bin/tsc");
      const said = execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
      expect(said).toBe("");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 30_000);
});
