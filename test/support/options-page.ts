import type { Page } from "@playwright/test";
import { MESSAGES, type MessageKey } from "../../lib/i18n/messages.ts";
import { pickLocale } from "../../lib/model/locale.ts";

export interface Connection {
  server: { url: string; writeKey: string };
  site: string;
  user: string;
  account: string;
}

/** What a person does on the options page to set Waymark up: workspace, site, who is here. */
export async function connectByHand(
  page: Page,
  { server, site, user, account }: Connection,
  locale: string,
): Promise<void> {
  const language = pickLocale(["en", "ru"], [locale]) as "en" | "ru";
  const say = (key: MessageKey) => String(MESSAGES[language][key]);
  const form = (key: MessageKey) => page.getByRole("form", { name: say(key), exact: true });

  const workspace = form("options.workspace.title");
  await workspace.getByLabel(say("options.workspace.server")).fill(server.url);
  await workspace.getByLabel(say("options.workspace.key")).fill(server.writeKey);
  await workspace.getByRole("button", { name: say("options.workspace.connect") }).click();
  await page.getByText(say("options.workspace.connectedBadge"), { exact: true }).waitFor();

  const identity = form("options.identity.title");
  await identity.getByLabel(say("options.identity.user")).fill(user);
  await identity.getByLabel(say("options.identity.account")).fill(account);
  await identity.getByRole("button", { name: say("options.identity.save") }).click();
  await page.getByText(say("options.identity.unverified"), { exact: true }).waitFor();

  const sites = form("options.sites.add");
  await sites.getByLabel(say("options.sites.field")).fill(site);
  await sites.getByRole("button", { name: say("options.sites.add") }).click();
  await page
    .getByRole("list", { name: say("options.sites.list") })
    .getByText(new URL(site).origin, { exact: true })
    .waitFor();
}
