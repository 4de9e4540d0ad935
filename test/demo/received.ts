import type { FeatureAdoption, GuideFunnel } from "../../lib/model/query.ts";
import { ACTIVATION } from "../support/demo-content.ts";
import { until } from "../support/until.ts";
import type { Progress } from "./progress.ts";
import { PERSON, type Stage } from "./stage.ts";

/** Asks the server what arrived and prints it. Rejects unless the activation signal of this person is in its database. */
export async function showReceived(
  { server, waymark }: Stage,
  { heading, line, step }: Progress,
): Promise<void> {
  heading("What the device has");
  const { signals } = await waymark.send("signals.list", {});
  for (const { definition, value, since } of signals) {
    line(
      `signal ${definition.id}: ${value}${since ? ` since ${new Date(since).toISOString()}` : ""}`,
    );
  }
  const { events, outbox } = await waymark.send("sync.now", {});
  line(`${events} events kept, ${outbox.sent} messages sent, ${outbox.waiting} waiting`);

  heading("What the server received");
  const [person] = await step(`Signal "${ACTIVATION}" is in the database`, () =>
    until(
      `signal ${ACTIVATION} of ${PERSON.user} on the server`,
      () => server.activated(ACTIVATION),
      (users) => users.some(({ user }) => user === PERSON.user),
    ),
  );
  const since = person?.values[ACTIVATION]?.since;
  line(
    `${person?.user} of ${person?.account}, since ${since ? new Date(since).toISOString() : "?"}`,
  );

  const { features } = await server.api<FeatureAdoption>("GET", "/v1/query/features?days=1");
  for (const { feature, events: uses, users } of features) {
    line(`feature ${feature}: uses ${uses}, people ${users}`);
  }
  const funnel = await server.api<GuideFunnel>(
    "GET",
    "/v1/query/guides/create-your-first-flow/funnel",
  );
  for (const { step: id, shown, completed, missing } of funnel.steps) {
    line(`tour step ${id}: shown ${shown}, completed ${completed}, target missing ${missing}`);
  }
}
