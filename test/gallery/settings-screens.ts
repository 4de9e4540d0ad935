import type { Page } from "@playwright/test";
import type { MessageKey } from "../../lib/i18n/messages.ts";
import type { Shoot } from "./console-screens.ts";
import { words } from "./words.ts";

/** What opens from the settings: keys that are made, replaced and taken back, terms, and a target. */
export async function shootSettings(page: Page, shoot: Shoot): Promise<void> {
  const press = (key: MessageKey) => page.getByRole("button", { name: words(key) }).click();
  const view = (key: MessageKey) => page.locator("label", { hasText: words(key) }).click();
  await view("settings.view.publication");
  await page.waitForLoadState("networkidle");
  if ((await page.getByRole("button", { name: words("settings.keys.make") }).count()) === 0) return;
  await press("settings.keys.make");
  await shoot(page, "console-settings-key-missing");
  await page
    .locator("form input[type=text], form input:not([type])")
    .first()
    .fill("Staging, our own browsers");
  await press("settings.keys.make");
  await page.getByRole("button", { name: words("secret.done") }).waitFor();
  await shoot(page, "console-settings-key-made");
  await press("secret.done");
  await page.locator("tbody button").first().click();
  await shoot(page, "console-settings-key-revoke");
  await page.locator("dialog[open] .button-danger").click();

  await view("settings.view.access");
  await press("tokens.make");
  await shoot(page, "console-settings-token-missing");
  await page.locator("form input[type=text]").fill("Vera");
  await press("tokens.make");
  await page.getByRole("button", { name: words("secret.done") }).waitFor();
  await shoot(page, "console-settings-token-made");
  await page.locator(".row button").first().click();
  await shoot(page, "console-settings-token-revoke");
  await page.locator("dialog[open] .button-danger").click();

  await view("settings.view.security");
  await press("signingKeys.replace");
  await shoot(page, "console-settings-signing-replace");
  await page.locator("dialog[open] .button-danger").click();
  await page
    .locator(".badge", { hasText: words("signingKeys.state.replaced") })
    .first()
    .waitFor();
  await page.waitForLoadState("networkidle");
  await page.locator(".row button").nth(1).click();
  await shoot(page, "console-settings-signing-retire");
  await page.locator("dialog[open] .actions button").first().click();
  await shootTerms(page, shoot);

  await view("settings.view.destinations");
  await page.waitForLoadState("networkidle");
  await press("destinations.new");
  await shoot(page, "console-settings-target");
  await press("destinations.add");
  await shoot(page, "console-settings-target-missing");
  await page.locator("form input").first().fill("shared");
  await page.locator("form input").nth(1).fill("http://127.0.0.1:9/in");
  await press("destinations.add");
  await page.locator(".secret, .field-error, .notice-danger").first().waitFor();
  await shoot(page, "console-settings-target-secret");
  // A server that may not send there says so.
  if ((await page.locator(".secret").count()) === 0) return;
  await press("secret.done");
  await page
    .getByRole("button", { name: words("destinations.removeLabel") })
    .last()
    .click();
  await shoot(page, "console-settings-target-remove");
  await page.locator("dialog[open] .button-danger").click();
  await page.locator("dialog[open]").waitFor({ state: "detached" });
}

/** For how long things are kept: what would go, what is asked, and how it is afterwards. */
async function shootTerms(page: Page, shoot: Shoot): Promise<void> {
  const terms = page.locator("form").filter({ has: page.locator("select") });
  const choose = async (days: string) => {
    await terms.locator("select").first().selectOption(days);
    await terms.locator(".button-primary").click();
    await page.locator("dialog[open]").waitFor();
  };
  await choose("90");
  await shoot(page, "console-settings-terms-asked");
  await page.locator("dialog[open] .actions button").first().click();
  await choose("forever");
  await shoot(page, "console-settings-terms-longer");
  await page.locator("dialog[open] .actions button").last().click();
  // Saved: nothing is left to be asked for.
  await terms.locator(".button-primary:disabled").waitFor();
  await shoot(page, "console-settings-terms-kept");
  await choose("760");
  await page.locator("dialog[open] .actions button").last().click();
  await page.locator("dialog[open]").waitFor({ state: "detached" });
}
