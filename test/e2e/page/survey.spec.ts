import { orderOf } from "./support/guides.ts";
import { HOST } from "./support/kind-host.ts";
import { example } from "./support/kinds.ts";
import { expect, test } from "./support/page.ts";

const survey = example("survey");
const card = { name: "How likely are you to recommend Acme to a colleague?" };

test("T34: a survey is answered with the keyboard, and what was submitted is reported", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await page.locator("#search").focus();
  await world.call("play", orderOf(survey), true);
  await expect(page.getByRole("dialog", card)).toBeVisible();
  await expect(page.locator("#search")).toBeFocused();
  await expect(page.getByRole("radio")).toHaveCount(11);
  await expect(page.getByRole("group", card)).toHaveAccessibleDescription(
    "0: Not at all 10: Certainly",
  );

  await page.getByRole("button", { name: "Send" }).press("Enter");
  await expect(page.getByRole("alert")).toHaveText("There is no answer yet.");
  await page.getByRole("radio", { name: "0", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("dialog", { name: "What gets in your way?" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Back" })).toHaveCount(0);
  await page.getByRole("checkbox", { name: "It is hard to use" }).press("Space");
  await page.getByRole("checkbox", { name: "Questions stay open" }).press("Space");
  await page.getByRole("button", { name: "Send" }).press("Enter");

  const text = page.getByRole("textbox", { name: "What is missing?" });
  await text.fill("Exports,\nand a <b>calendar</b>");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("dialog", { name: "Thank you" })).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.locator("waymark-overlay")).toHaveCount(0);

  const reports = await world.call("reports");
  expect(reports.flatMap(({ step, answer }) => (answer ? [[step, answer]] : []))).toEqual([
    ["recommend", { type: "nps", value: 2 }],
    ["trouble", { type: "multiple", value: ["hard", "support"] }],
    ["missing", { type: "text", value: "Exports,\nand a <b>calendar</b>" }],
  ]);
  expect(reports.at(-1)?.action).toBe("completed");
});

test("T34: an answer leads where its branch says, and what is optional can be skipped", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(survey), true);
  await expect(page.getByRole("button", { name: "Skip" })).toHaveCount(0);
  await page.getByRole("radio", { name: "8" }).check();
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("textbox", { name: "What is missing?" }).fill("never sent");
  await page.getByRole("button", { name: "Skip" }).click();
  await expect(page.getByRole("dialog", { name: "Thank you" })).toBeVisible();
  expect(JSON.stringify(await world.call("reports"))).not.toContain("never sent");
});

test("T34: what was chosen and written stays while the page goes on", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf({ ...survey, steps: survey.steps.slice(2) }), true);
  const text = page.getByRole("textbox", { name: "What is missing?" });
  await text.fill("half a sen");
  await page.evaluate(() => document.querySelector("waymark-overlay")?.remove());
  await expect(text).toHaveValue("half a sen");
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener("keydown", ({ key }) => heard.push(key));
    addEventListener("input", (event) => heard.push(String((event as InputEvent).data)));
  });
  await text.focus();
  await page.keyboard.type("tence");
  expect(await page.evaluate("heard")).not.toContain("t");
});
