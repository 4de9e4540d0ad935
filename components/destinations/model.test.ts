import { expect, it } from "vitest";
import { createDestinationsClient } from "./client.ts";
import { destinationOf, EMPTY_FORM } from "./form.ts";
import { createDestinationsModel } from "./model.ts";

it("while the server cannot be reached nothing of what is on the screen goes, and the reason is told", async () => {
  let isThere = true;
  const client = createDestinationsClient({ server: "https://x", token: "t" }, async () => {
    if (!isThere) throw new TypeError("Failed to fetch");
    return Response.json({ items: [] });
  });
  const model = createDestinationsModel(client);
  await model.list.load();
  isThere = false;
  expect(await model.put("crm", destinationOf(EMPTY_FORM))).toBe(false);
  expect(model.problem.value?.code).toBe("offline");
  // The form stands below the list: it would go with it.
  expect(model.list.view.value).toMatchObject({ state: "ready", refreshing: false });
  expect(model.busy.value).toBeNull();
});
