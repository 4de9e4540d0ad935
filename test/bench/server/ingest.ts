import { randomUUID } from "node:crypto";
import type { Database } from "../../../server/db/database.ts";
import { migrate, readMigrations } from "../../../server/db/migrate.ts";
import type { IncomingEvent } from "../../../server/ingest/event.ts";
import { eventRows, insertEvents } from "../../../server/ingest/insert-events.ts";
import { readMessage } from "../../../server/ingest/read-message.ts";
import type { WaymarkServer } from "../../support/server-process.ts";
import type { Figure } from "../bench.ts";
import { median } from "../statistics.ts";
import { LOADS, type Sent } from "./load.ts";
import { createPost } from "./post.ts";

/** Both take turns; the first round of each does not count. */
const ROUNDS = 5;
/** The most that a request may have. */
const BATCH = 200;
/** Requests under way at once; the server puts those that wait into one transaction of at most a thousand events. */
const AT_ONCE = 10;
const BARE_BATCH = 1_000;
const WORKSPACE = "018f0000-0000-7000-8000-000000000001";

/** Events a second of the server over HTTP, beside the same engine that is only told to insert them. */
export async function measureIngest(
  server: WaymarkServer,
  bare: Database,
  say: (line: string) => void,
): Promise<Figure[]> {
  await migrate(bare, await readMigrations());
  await bare.maintain((sql) =>
    sql.run(
      `CREATE TABLE narrow (id text, at timestamptz, person text, event text, properties jsonb, PRIMARY KEY (id));
       CREATE TABLE bare (LIKE events, PRIMARY KEY (workspace_id, message_id))`,
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
  const make = () => LOADS[load](Date.now());
  const rates = { narrow: [] as number[], bare: [] as number[], server: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    say(`${engine}: ingest, ${load}, round ${round} of ${ROUNDS}`);
    const narrow = await rateOf(narrowRows(make()), (rows) => insertNarrow(bare, rows));
    const same = await rateOf(sameRows(await asStored(make())), (rows) => insertSame(bare, rows));
    const stored = await rateOf(bodies(make()), (ready) => send(server, ready));
    if (round === 0) continue;
    rates.narrow.push(narrow);
    rates.bare.push(same);
    rates.server.push(stored);
  }
  const ratios = rates.server.map((rate, at) => rate / (rates.bare[at] ?? Number.NaN));
  const name = `${engine} ingest.${load}`;
  return [
    { name: `${name}.narrow`, value: median(rates.narrow), unit: "events/s" },
    { name: `${name}.bare`, value: median(rates.bare), unit: "events/s" },
    { name: `${name}.server`, value: median(rates.server), unit: "events/s" },
    { name: `${name}.ratio`, value: median(ratios), unit: "×", budget: { atLeast: 0.5 } },
  ];
}

/** Events as they are handed over: whoever sends them, to the server or to the engine, has made them ready before. */
interface Ready<T> {
  events: number;
  parts: readonly T[];
}

async function rateOf<T>(
  { events, parts }: Ready<T>,
  work: (parts: readonly T[]) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  await work(parts);
  return events / ((performance.now() - began) / 1000);
}

const ready = <E, T>(events: readonly E[], size: number, make: (some: E[]) => T): Ready<T> => ({
  events: events.length,
  parts: inBatches(events, size).map(make),
});
const bodies = (events: readonly Sent[]) =>
  ready(events, BATCH, (batch) => Buffer.from(JSON.stringify({ batch })));
const sameRows = (events: readonly IncomingEvent[]) => ready(events, BARE_BATCH, eventRows);
const narrowRows = (events: readonly Sent[]) =>
  ready(events, BARE_BATCH, (some) =>
    JSON.stringify(
      some.map(({ messageId, timestamp, userId, event, properties }) => ({
        id: messageId,
        at: timestamp,
        person: userId,
        event,
        properties,
      })),
    ),
  );

/** As the server keeps them. */
async function asStored(events: readonly Sent[]): Promise<IncomingEvent[]> {
  const options = {
    sentAt: undefined,
    receivedAt: Date.now(),
    newId: randomUUID,
    verify: async () => false,
  };
  const read = await Promise.all(events.map((event) => readMessage(event, options)));
  return read.flatMap((result) => (result.ok ? [result.value] : []));
}

/** The rows that the server stores, with their unique key and nothing else, in transactions as large as its own. */
async function insertSame(db: Database, parts: readonly string[]): Promise<void> {
  for (const rows of parts) {
    await db.maintain((sql) => insertEvents(sql, WORKSPACE, rows, "bare"));
  }
}

/** Five columns of them: what the engine can do at most. */
async function insertNarrow(db: Database, parts: readonly string[]): Promise<void> {
  for (const rows of parts) {
    await db.maintain((sql) =>
      sql.query(
        `INSERT INTO narrow SELECT * FROM jsonb_to_recordset($1::jsonb)
           AS r (id text, at timestamptz, person text, event text, properties jsonb)
         ON CONFLICT DO NOTHING`,
        [rows],
      ),
    );
  }
}

function inBatches<T>(events: readonly T[], size: number): T[][] {
  return Array.from({ length: events.length / size }, (_, at) =>
    events.slice(at * size, (at + 1) * size),
  );
}

/** Ends when a question has been asked, so that what is left for later is paid for. */
async function send(server: WaymarkServer, parts: readonly Buffer[]): Promise<void> {
  const post = createPost(`${server.url}/v1/batch`, server.writeKey);
  const line = parts.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const body of line) await post(body);
    }),
  );
  await server.api("GET", "/v1/query/features?days=90");
}
