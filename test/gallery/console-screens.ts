import { Buffer } from "node:buffer";
import type { Page } from "@playwright/test";
import { templateFile } from "../../components/console/import/template.ts";
import { EFFECT } from "./fill-console.ts";
import { shootSettings } from "./settings-screens.ts";
import { words } from "./words.ts";

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
    await go(page, `${first}?view=work`);
    await shootConflict(page, shoot);
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
  settings: shootSettings,
  async import(page, shoot) {
    const file = templateFile("accounts", "en").replace("2027-03-01", "2027-02-31");
    await page.locator("label").first().click();
    await page.locator('input[type="file"]').setInputFiles({
      name: "customers.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`${file}beta,Beta Ltd,Team,900 EUR,10\r\n`),
    });
    await shoot(page, "console-import-file");
    const take = page.locator(".actions .button-primary");
    if ((await take.count()) === 0) return;
    await take.click();
    const undo = page.getByRole("button", { name: words("customers.undo") });
    await undo.waitFor();
    await shoot(page, "console-import-report");
    await undo.click();
    await shoot(page, "console-import-undo");
    await page.locator("dialog[open] .button-danger").click();
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    await shoot(page, "console-import-undone");
    await page.getByRole("button", { name: words("customers.back") }).click();
    await shoot(page, "console-import-earlier");
  },
};

/** Somebody else changed the goals between reading and writing. */
async function shootConflict(page: Page, shoot: Shoot): Promise<void> {
  const error = { code: "precondition_failed", message: "Somebody else changed it." };
  const headers = { "access-control-allow-origin": "*" };
  const late = (url: URL) => url.searchParams.has("seen");
  await page.route(late, (route) => route.fulfill({ status: 412, json: { error }, headers }));
  await page.getByRole("textbox", { name: words("account.goal") }).fill("Ten teams until spring");
  await page.getByRole("button", { name: words("account.goalAdd") }).click();
  await page.locator(".notice-danger").waitFor();
  await shoot(page, "console-account-conflict");
  await page.unroute(late);
}

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => location.assign(to), address);
}

/** The sections that are `wanted`, or all, while their answers are on the way, with the page of a customer. */
export async function shootLoading(
  page: Page,
  take: Shoot,
  { wanted, customer }: { wanted: readonly string[]; customer: string },
): Promise<void> {
  await page.route(/\/v1\//, () => new Promise<void>(() => {}));
  const links = page.locator(".nav-link");
  const sections = await links.evaluateAll((all) =>
    all.map((one) => (one as HTMLAnchorElement).hash),
  );
  const more = [
    `#accounts/${encodeURIComponent(customer)}`,
    "#accounts?view=list",
    "#playbooks/offer",
  ];
  for (const address of [...sections, ...more]) {
    const [section = ""] = address.slice(1).split(/[/?]/);
    if (wanted.length > 0 && !wanted.includes(section)) continue;
    await page.evaluate((to) => {
      location.assign(to);
      location.reload();
    }, address);
    await page.locator(".console-body .skeleton").first().waitFor();
    await take(page, `console-${address.slice(1).replaceAll(/\W+/g, "-")}`);
  }
}
