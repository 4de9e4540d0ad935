import { Buffer } from "node:buffer";
import type { Page } from "@playwright/test";
import { templateFile } from "../../components/console/import/template.ts";
import { EFFECT } from "./fill-console.ts";

/** The switch of periods, which is no switch of views. */
const PERIODS = '[value="30"]';

export type Shoot = (page: Page, screen: string) => Promise<void>;

/** Every section of the console that is `wanted`, or all, with its views and what opens from it. */
export async function shootConsole(
  page: Page,
  shoot: Shoot,
  wanted: readonly string[],
): Promise<void> {
  const links = page.locator(".nav-link");
  await links.first().waitFor({ state: "attached" });
  const addresses = await links.evaluateAll((all) =>
    all.map((one) => (one as HTMLAnchorElement).hash),
  );
  for (const address of addresses) {
    const section = address.slice(1);
    if (wanted.length > 0 && !wanted.includes(section)) continue;
    await go(page, address);
    await page.locator(`.nav-link[href="${address}"][aria-current]`).waitFor({ state: "attached" });
    await shoot(page, `console-${section}`);
    const views = page
      .locator("fieldset.segmented")
      .filter({ hasNot: page.locator(PERIODS) })
      .first()
      .locator("label");
    for (let view = 1; view < (await views.count()); view++) {
      await views.nth(view).click();
      await shoot(page, `console-${section}-${view + 1}`);
    }
    await OPENED[section]?.(page, shoot);
  }
}

/** What is behind a section's first look, as far as there is anything. */
const OPENED: Readonly<Record<string, (page: Page, shoot: Shoot) => Promise<void>>> = {
  async accounts(page, shoot) {
    await go(page, "#accounts?view=list");
    await page.waitForLoadState("networkidle");
    const boxes = page.locator(".choosable > input");
    if ((await boxes.count()) > 1) {
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await shoot(page, "console-accounts-chosen");
    }
    await go(page, "#accounts?view=need");
    await shoot(page, "console-accounts");
    const [first] = await page
      .locator('a[href^="#accounts/"]')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).hash));
    if (first === undefined) return;
    await go(page, first);
    const begin = page.getByRole("button", { name: /^(Begin|Начать)$/ });
    await begin.waitFor();
    if ((await page.locator(".checklist-task").count()) === 0) {
      await begin.click();
      await page.locator(".checklist-task").nth(1).locator("input").click();
    }
    for (const part of ["work", "health", "people", "use", "history", "values"]) {
      await go(page, `${first}?view=${part}`);
      await shoot(page, `console-account-${part}`);
    }
  },
  async checklists(page, shoot) {
    const heads = page.locator("button.disclosure");
    if ((await heads.count()) === 0) return;
    await heads.first().click();
    await shoot(page, "console-checklists-open");
  },
  async playbooks(page, shoot) {
    const link = page.locator('a[href="#playbooks/offer"]');
    if ((await link.count()) === 0) return;
    const headers = { "access-control-allow-origin": "*" };
    await page.route(/\/v1\/query\/playbooks\/.*effect/, (route) =>
      route.fulfill({ json: EFFECT, headers }),
    );
    await link.first().click();
    await page.locator(".playbook-failed").first().waitFor();
    await shoot(page, "console-playbook");
    await page.getByRole("button", { name: /^(Change|Изменить)$/ }).click();
    await shoot(page, "console-playbook-form");
  },
  async settings(page, shoot) {
    await page.locator("label", { hasText: /^(Messages|Сообщения)$/ }).click();
    const add = page.getByRole("button", { name: /^(New target|Новый получатель)$/ });
    await page.waitForLoadState("networkidle");
    if ((await add.count()) === 0) return;
    await add.click();
    await shoot(page, "console-settings-target");
  },
  async import(page, shoot) {
    const file = templateFile("accounts", "en").replace("2027-03-01", "2027-02-31");
    await page.locator("label").first().click();
    await page.locator('input[type="file"]').setInputFiles({
      name: "customers.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`${file}beta,Beta Ltd,Team,900 EUR,10\r\n`),
    });
    await shoot(page, "console-import-file");
  },
};

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => location.assign(to), address);
}

/** The sections while their answers are on the way. */
export async function shootLoading(page: Page, take: Shoot): Promise<void> {
  await page.route(/\/v1\//, () => new Promise<void>(() => {}));
  const links = page.locator(".nav-link");
  for (const address of await links.evaluateAll((all) =>
    all.map((one) => (one as HTMLAnchorElement).hash),
  )) {
    await page.evaluate((to) => {
      location.assign(to);
      location.reload();
    }, address);
    await page.locator(".skeleton").first().waitFor();
    await take(page, `console-${address.slice(1)}`);
  }
}
