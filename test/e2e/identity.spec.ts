import { expect, type Page, test } from "@playwright/test";
import { SignJWT } from "jose";
import type { UserSignals } from "../../lib/model/query.ts";
import { until } from "../support/until.ts";
import { guide, step } from "./page/support/guides.ts";
import { clicked, type FixtureStage, setFixtureStage } from "./stage.ts";

let stage: FixtureStage;
test.beforeAll(async () => {
  // Targets of messages are of this machine; nobody answers there.
  const server = { env: { WAYMARK_FORWARD_NETWORKS: "127.0.0.0/8" } };
  stage = await setFixtureStage([clicked("save", "#save")], { server });
});
test.afterAll(() => stage.end());

/** A token as the host's own back end would sign it for a person who is logged in there. */
async function signFor(
  user: string,
  { secret, kid }: { secret: string; kid: string },
  claims: { account?: string } = {},
): Promise<string> {
  const info = await fetch(`${stage.server.url}/v1/workspace`, {
    headers: { authorization: `Bearer ${stage.server.writeKey}` },
  });
  const { workspace } = (await info.json()) as { workspace: string };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256", kid })
    .setSubject(user)
    .setAudience(workspace)
    .setExpirationTime("30m")
    .sign(new TextEncoder().encode(secret));
}

async function newKey(kid: string): Promise<{ kid: string; secret: string }> {
  const order = { id: kid, algorithm: "HS256" };
  const made = await stage.server.api<{ secret: string }>("POST", "/v1/identity-keys", order);
  return { kid, secret: made.secret };
}

const identifyOn = (page: Page, who: object) =>
  page.evaluate((detail) => {
    document.dispatchEvent(new CustomEvent("waymark:identify", { detail }));
  }, JSON.stringify(who));

async function personOnServer(user: string) {
  return until(
    `${user} on the server`,
    async () => {
      const { users } = await stage.server.api<UserSignals>("GET", "/v1/query/signals?limit=100");
      return users.find((person) => person.user === user);
    },
    (found) => found !== undefined,
  );
}

test("E7: the host says who is here, and what its back end signed counts as verified", async () => {
  const page = await stage.visit("/");
  const identify = (who: object) => identifyOn(page, who);
  const token = await signFor("linus", await newKey("host"));

  await identify({ user: "grace", account: "navy" });
  await page.click("#save");
  expect(await personOnServer("grace")).toMatchObject({ account: "navy", verified: false });

  await identify({ user: "linus", account: "acme", token });
  await page.click("#save");
  expect(await personOnServer("linus")).toMatchObject({ account: "acme", verified: true });

  await identify({ user: "eve", token });
  await page.click("#save");
  expect(await personOnServer("eve")).toMatchObject({ verified: false });
  // One guide interrupts at a time, over all tabs.
  await page.close();
});

test("J13: a guide is shown to the people of the account for which a playbook fired, once the form has its audience ask", async () => {
  const { server, waymark } = stage;
  const offer = guide([step("offer")], { id: "offer", kind: "modal", trigger: { start: "auto" } });
  await server.api("PUT", "/v1/guides/offer", { ...offer, name: { en: "Offer" } });
  await server.api("PUT", "/v1/accounts/acme", { plan: "pro" });
  await server.api("PUT", "/v1/playbooks/upsell", {
    name: "Upsell",
    when: { type: "attribute", of: "account", name: "plan", op: "eq", value: "pro" },
    actions: [{ type: "alert", title: "To be changed", level: "info" }],
  });
  await waymark.send("console.token", { token: server.adminToken });
  const sheet = await waymark.openPage("console.html#playbooks/upsell");
  await sheet.getByRole("button", { name: "Change", exact: true }).click();
  await sheet.getByRole("combobox", { name: "What to do" }).selectOption("attribute");
  await sheet.getByRole("combobox", { name: "Guide or survey to show" }).selectOption("Offer");
  await sheet.getByRole("button", { name: "Add show-offer to its audience" }).click();
  await expect(sheet.getByText("Added to its draft.")).toBeVisible();
  await sheet.getByRole("button", { name: "Save" }).click();
  await sheet.getByRole("button", { name: "Let it run" }).click();
  await sheet.getByRole("button", { name: "Pause", exact: true }).waitFor();
  await server.api("POST", "/v1/guides/offer/publish");
  await server.api("POST", "/v1/playbooks/check");
  await sheet.reload();
  await expect(sheet.getByText("attribute set to yes")).toBeVisible();
  await sheet.close();

  await waymark.send("sync.now", {});
  const page = await stage.visit("/");
  const token = await signFor("mary", await newKey("back-end"), { account: "acme" });
  await identifyOn(page, { user: "mary", account: "acme", token });
  await expect(page.getByRole("dialog", { name: "Title of offer" })).toBeVisible();
});

test("R58, R65: an administrator adds a target in the settings, and a playbook chooses it by its name", async () => {
  const sheet = await stage.waymark.openPage("console.html#settings");
  await sheet.getByRole("radio", { name: "Messages" }).click();
  await sheet.getByRole("button", { name: "New target" }).click();
  const form = sheet.getByRole("form", { name: "New target" });
  const address = form.getByRole("textbox", { name: "Address" });
  await form.getByRole("textbox", { name: "Name" }).fill("crm");
  await address.fill("ftp://files.example.com/in");
  await form.getByRole("button", { name: "Add" }).click();
  await expect(form.getByText("an https: address on the public internet")).toBeVisible();
  await address.fill("http://127.0.0.1:9/in");
  await form.getByRole("button", { name: "Add" }).click();
  await sheet.getByText("The secret of “crm” is ready").waitFor();
  await sheet.getByRole("button", { name: "I have it" }).click();
  await sheet.getByRole("button", { name: "Pause crm" }).click();
  await sheet.getByRole("button", { name: "Go on with crm" }).waitFor();

  await sheet.evaluate(() => location.assign("#playbooks/upsell"));
  await sheet.getByRole("button", { name: "Change", exact: true }).click();
  await sheet.getByRole("button", { name: "Add an action" }).click();
  const second = sheet.getByRole("group", { name: "Action 2" });
  await second.getByRole("combobox", { name: "What to do" }).selectOption("webhook");
  await second.getByRole("combobox", { name: "Target of messages" }).selectOption("crm");
  await second.getByRole("textbox", { name: "Subject" }).fill("{{account.name|Somebody}} is due");
  await sheet.getByRole("button", { name: "Save" }).click();
  await expect(sheet.getByText("A message to crm")).toBeVisible();
  await sheet.close();
});
