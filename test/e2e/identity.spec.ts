import { expect, test } from "@playwright/test";
import { SignJWT } from "jose";
import type { UserSignals } from "../../lib/model/query.ts";
import { until } from "../support/until.ts";
import { clicked, type FixtureStage, setFixtureStage } from "./stage.ts";

let stage: FixtureStage;
test.beforeAll(async () => {
  stage = await setFixtureStage([clicked("save", "#save")]);
});
test.afterAll(() => stage.end());

/** A token as the host's own back end would sign it for a person who is logged in there. */
async function signFor(user: string, secret: string): Promise<string> {
  const info = await fetch(`${stage.server.url}/v1/workspace`, {
    headers: { authorization: `Bearer ${stage.server.writeKey}` },
  });
  const { workspace } = (await info.json()) as { workspace: string };
  return new SignJWT()
    .setProtectedHeader({ alg: "HS256", kid: "host" })
    .setSubject(user)
    .setAudience(workspace)
    .setExpirationTime("30m")
    .sign(new TextEncoder().encode(secret));
}

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
  const identify = (detail: object) =>
    page.evaluate((text) => {
      document.dispatchEvent(new CustomEvent("waymark:identify", { detail: text }));
    }, JSON.stringify(detail));

  const { secret } = await stage.server.api<{ secret: string }>("POST", "/v1/identity-keys", {
    id: "host",
    algorithm: "HS256",
  });
  const token = await signFor("linus", secret);

  await identify({ user: "grace", account: "navy" });
  await page.click("#save");
  expect(await personOnServer("grace")).toMatchObject({ account: "navy", verified: false });

  await identify({ user: "linus", account: "acme", token });
  await page.click("#save");
  expect(await personOnServer("linus")).toMatchObject({ account: "acme", verified: true });

  await identify({ user: "eve", token });
  await page.click("#save");
  expect(await personOnServer("eve")).toMatchObject({ verified: false });
});
