import { seededRandom } from "../../lib/sync/simulation/random.ts";
import { readDemoContent } from "../support/demo-content.ts";
import { inventPeople } from "../support/population.ts";
import { exposuresOf, introductions, signalsOf, usesOf } from "../support/population-messages.ts";
import { seedCompany } from "../support/seed-company.ts";
import type { Progress } from "./progress.ts";
import type { Stage } from "./stage.ts";

/** Messages in one request: signals carry evidence, and a request may have 256 KiB. */
const BATCH = 40;

const EXPERIMENT = {
  id: "first-flow-lift",
  name: "First flow, with and without the tour",
  seed: "first-flow",
  unit: "account",
  coverage: 1,
  holdout: 0.25,
} as const;

/** And for the sections about customers, whose health is worked out. */
export async function inviteCustomers(
  { server }: Pick<Stage, "server">,
  { step }: Progress,
): Promise<void> {
  await step("40 invented customers, so that a CSM sees who needs a person", () =>
    seedCompany(server),
  );
}

/** One person is not enough for what the console counts: invented ones use Node-RED for ten weeks. */
export async function inviteColleagues(
  { server }: Pick<Stage, "server">,
  { step }: Progress,
): Promise<void> {
  await step("240 invented people, so that the console has something to count", async () => {
    const { features, signals, guides } = await readDemoContent();
    const now = Date.now();
    const people = inventPeople({
      people: 240,
      features: features.map(({ id }) => id),
      weeks: 10,
      now,
      random: seededRandom(3),
    });
    const messages = [
      ...introductions(people),
      ...usesOf(people),
      ...signals.flatMap((signal) => signalsOf(people, signal, { now, features })),
      ...exposuresOf(people, EXPERIMENT.id),
    ];
    await server.publish("experiments", EXPERIMENT);
    const [tour] = guides;
    if (!tour) throw new Error("the demo has no tour");
    await server.publish("guides", { ...tour, experiment: EXPERIMENT.id });
    for (let from = 0; from < messages.length; from += BATCH) {
      const answer = await server.ingest("/v1/batch", {
        batch: messages.slice(from, from + BATCH),
      });
      if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    }
  });
}
