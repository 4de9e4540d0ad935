import { expect, type Page } from "@playwright/test";
import { paneThere } from "../../support/pane.ts";
import { readDraft } from "../../support/read-draft.ts";
import { smallGuide, smallStep } from "../../support/small-guide.ts";
import type { FixtureStage } from "../stage.ts";

/** What an author does to a step with the page beside the panel. `clean` fails where the page has faults of access. */
export async function besidePage(
  stage: FixtureStage,
  clean: (page: Page) => Promise<void>,
): Promise<void> {
  const text = [{ type: "text" as const, text: "First. Second." }];
  const body = { en: [{ type: "paragraph" as const, children: text }] };
  const guide = {
    ...smallGuide([smallStep("edit", { title: { en: "Edit" }, body })]),
    id: "orders",
  };
  await stage.server.api("PUT", "/v1/guides/orders", guide);
  const host = await stage.visit("/orders.html");
  const panel = await stage.waymark.sidePanel(host);
  await panel.goto(panel.url().replace(/sidepanel.*/, "editor.html?guide=orders&panel"));
  const act = (name: string) => panel.getByRole("button", { name, exact: true }).click();
  const kept = async () => (await readDraft(stage.waymark, "orders")).steps;

  await panel.locator(".step-name").click();
  await act("Point at an element");
  await expect(host.locator("waymark-overlay")).toHaveCount(1);
  await host.getByRole("button", { name: "Edit" }).nth(1).click({ force: true });
  await expect(panel.getByText("button “Edit”")).toBeVisible();
  await expect(panel.getByRole("radio", { name: "just this element" })).toBeFocused();
  await panel.getByRole("radio", { name: "the row “Globex”" }).check();
  await expect(panel.getByText("Stands out")).toBeVisible();
  await clean(panel);
  await act("Picture of the page");
  await act("Take a picture");
  await expect(panel.locator(".rich-image img")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Take the picture anew" })).toBeVisible();
  const [one] = await kept();
  expect(one?.anchor).toMatchObject({
    row: "this",
    samples: [{ fingerprint: { name: "Edit", row: { key: "Globex" } } }],
  });
  await host.getByRole("button", { name: "Edit" }).evaluateAll((all) => {
    for (const button of all) button.remove();
  });
  await act("Take the picture anew");
  await expect(panel.getByText("is not on this page now")).toBeVisible();

  await act("Point at another element");
  await paneThere(host);
  await host.keyboard.press("Escape");
  await act("Take the element away");
  await expect(panel.getByText("Nothing: the card stands")).toBeVisible();
  await panel.keyboard.press("Control+z");
  await expect(panel.getByText("button “Edit”")).toBeVisible();

  await panel.getByText("First. Second.").click();
  // The editor puts the cursor back once, right after it got the focus; who sees that moves it again.
  await expect(async () => {
    await panel.keyboard.press("Home");
    for (const _ of "First. ") await panel.keyboard.press("ArrowRight");
    expect(await panel.evaluate(() => getSelection()?.focusOffset)).toBe(7);
  }).toPass();
  await panel.keyboard.press("Control+Enter");
  await act("All steps");
  await expect(panel.locator(".step-title")).toHaveText(["Edit", "Second."]);

  await act("Record steps here");
  await expect(panel.getByRole("heading", { name: "Recording further steps" })).toBeVisible();
  await host.getByRole("button", { name: "New order" }).click();
  await expect(panel.getByText("Click “New order”").first()).toBeVisible();
  await act("Finish and put in");
  const titles = ["Edit", "Click “New order”", "Second."];
  await expect(panel.locator(".step-title")).toHaveText(titles);
  expect((await kept()).map(({ title }) => title.en)).toEqual(titles);
  await host.close();
}
