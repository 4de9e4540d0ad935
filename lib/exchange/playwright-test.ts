import type { Anchor } from "../model/anchor.ts";
import type { Gesture } from "../model/gesture.ts";
import { Guide, type Step } from "../model/guide.ts";
import { localize } from "../model/locale.ts";
import { parse, type Result } from "../model/parse.ts";
import { fillTemplate } from "../model/template.ts";
import { codeString } from "./code-string.ts";
import { playwrightLocator } from "./playwright-locator.ts";
import { playwrightResult } from "./playwright-result.ts";
import { readable } from "./run.ts";

/**
 * A guide as a test of Playwright, in TypeScript: each step is found as a person would find it. What is typed where is for
 * whoever runs it to fill in at its beginning.
 */
export function playwrightTest(guide: unknown, locale: string): Result<string> {
  const parsed = parse(Guide, guide);
  if (!parsed.ok) return parsed;
  const { steps, name } = parsed.value;
  const url = steps.find(({ recorded }) => recorded?.url)?.recorded?.url;
  const values = steps.filter(isTyped).map(({ id }) => `  ${codeString(id)}: "",`);
  const body = steps.flatMap((step, at) => stepLines(step, at + 1, locale));
  const expects = body.some((line) => line.includes("expect("));
  const lines = [
    `import { ${expects ? "expect, " : ""}test } from "@playwright/test";`,
    "",
    "/** Where it begins. */",
    `const START = ${codeString(url ?? "about:blank")};`,
    ...(values.length > 0
      ? ["/** What is typed, by step. */", "const VALUES = {", ...values, "};"]
      : []),
    "",
    `test(${codeString(readable(localize(name, [locale])))}, async ({ page }) => {`,
    "  await page.goto(START);",
    ...body,
    "});",
    "",
  ];
  return { ok: true, value: lines.join("\n") };
}

function stepLines(step: Step, number: number, locale: string): string[] {
  const title = fillTemplate(localize(step.title, [locale]), ({ fallback }) => fallback);
  const said = codeString(`${number}. ${readable(title).trim()}`);
  const done = [...acts(step), ...playwrightResult(step.advance)];
  if (done.length === 0) return [`  await test.step(${said}, async () => {});`];
  return [
    `  await test.step(${said}, async () => {`,
    ...done.map((line) => `    ${line}`),
    "  });",
  ];
}

function gestureOf({ recorded, advance }: Step): Gesture | undefined {
  if (recorded) return recorded.gesture;
  return advance.on === "click" || advance.on === "input" ? { type: advance.on } : undefined;
}

function isTyped(step: Step): boolean {
  return step.anchor !== undefined && gestureOf(step)?.type === "input";
}

function acts(step: Step): string[] {
  const { anchor, recorded, id } = step;
  const gesture = gestureOf(step);
  if (gesture?.type === "key") return [`await page.keyboard.press(${codeString(gesture.keys)});`];
  if (gesture?.type === "navigate") {
    return recorded?.url ? [`await page.goto(${codeString(recorded.url)});`] : [];
  }
  if (!anchor) return [];
  const locator = playwrightLocator(anchor);
  switch (gesture?.type) {
    case "click":
      return [`await ${locator}.${clickCall(gesture)};`];
    case "input":
      return [`await ${locator}.fill(VALUES[${codeString(id)}]);`];
    case "choose":
      return [`await ${locator}.${chooseCall(gesture, anchor)};`];
    case "drag":
      return gesture.to
        ? [`await ${locator}.dragTo(${playwrightLocator(gesture.to)});`]
        : [`await ${locator}.hover();`];
    default:
      return [`await expect(${locator}).toBeVisible();`];
  }
}

/** In a list that the browser draws; elsewhere what was chosen is what was clicked. */
function chooseCall({ option }: Extract<Gesture, { type: "choose" }>, { samples }: Anchor): string {
  const tag = samples[0]?.fingerprint.tag;
  return tag === "select" && option !== undefined
    ? `selectOption(${codeString(option)})`
    : "click()";
}

function clickCall({ button = "left", count = 1 }: Extract<Gesture, { type: "click" }>): string {
  const options = [
    ...(button === "left" ? [] : [`button: ${codeString(button)}`]),
    ...(count > 1 ? [`clickCount: ${count}`] : []),
  ];
  return options.length > 0 ? `click({ ${options.join(", ")} })` : "click()";
}
