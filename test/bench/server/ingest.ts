import type { Database } from "../../../server/db/database.ts";
import type { WaymarkServer } from "../../support/server-process.ts";
import type { Figure } from "../bench.ts";
import { median } from "../statistics.ts";
import { LOADS, type Sent } from "./load.ts";

/** Both take turns; the first round of each does not count. */
const ROUNDS = 5;
/** The most that a request may have. */
const BATCH = 200;
/** Requests under way at once; the server puts those that wait into one transaction of at most a thousand events. */
const AT_ONCE = 10;
const BARE_BATCH = 1_000;

/** Events a second of the server over HTTP, beside the same engine that is only told to insert them. */
export async function measureIngest(
  server: WaymarkServer,
  bare: Database,
  say: (line: string) => void,
): Promise<Figure[]> {
  await bare.maintain((sql) =>
    sql.run(
      `CREATE TABLE bare (id text, at timestamptz, person text, event text, properties jsonb, PRIMARY KEY (id))`,
    ),
  );
  return [
    ...(await measureLoad(server, bare, "everyday", say)),
    ...(await measureLoad(server, bare, "scattered", say)),
  ];
}

async function measureLoad(
  server: WaymarkServer,
  bare: Database,
  load: keyof typeof LOADS,
  say: (line: string) => void,
): Promise<Figure[]> {
  const { engine } = bare;
  const rates = { bare: [] as number[], server: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    say(`${engine}: ingest, ${load}, round ${round} of ${ROUNDS}`);
    const inserted = await rateOf(LOADS[load](Date.now()), (events) => insert(bare, events));
    const stored = await rateOf(LOADS[load](Date.now()), (events) => send(server, events));
    if (round === 0) continue;
    rates.bare.push(inserted);
    rates.server.push(stored);
  }
  const ratios = rates.server.map((rate, at) => rate / (rates.bare[at] ?? Number.NaN));
  const name = `${engine} ingest.${load}`;
  return [
    { name: `${name}.bare`, value: median(rates.bare), unit: "events/s" },
    { name: `${name}.server`, value: median(rates.server), unit: "events/s" },
    { name: `${name}.ratio`, value: median(ratios), unit: "×", budget: { atLeast: 0.5 } },
  ];
}

async function rateOf(events: Sent[], work: (events: Sent[]) => Promise<void>): Promise<number> {
  const began = performance.now();
  await work(events);
  return events.length / ((performance.now() - began) / 1000);
}

/** One statement and one durable transaction a batch, without anything that is derived. */
async function insert(db: Database, events: readonly Sent[]): Promise<void> {
  for (let from = 0; from < events.length; from += BARE_BATCH) {
    const rows = events
      .slice(from, from + BARE_BATCH)
      .map(({ messageId, timestamp, userId, event, properties }) => ({
        id: messageId,
        at: timestamp,
        person: userId,
        event,
        properties,
      }));
    await db.maintain((sql) =>
      sql.query(
        `INSERT INTO bare SELECT * FROM jsonb_to_recordset($1::jsonb)
           AS r (id text, at timestamptz, person text, event text, properties jsonb)
         ON CONFLICT DO NOTHING`,
        [JSON.stringify(rows)],
      ),
    );
  }
}

async function send(server: WaymarkServer, events: readonly Sent[]): Promise<void> {
  const batches = Array.from({ length: events.length / BATCH }, (_, at) =>
    events.slice(at * BATCH, (at + 1) * BATCH),
  );
  const line = batches.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const batch of line) {
        const answer = await server.ingest("/v1/batch", { batch });
        const { success } = (await answer.json()) as { success: boolean };
        if (!success) throw new Error("the server did not take what it should");
      }
    }),
  );
}
