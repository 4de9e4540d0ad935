import { randomUUID } from "node:crypto";
import type { WireReply } from "../../lib/model/wire.ts";
import { used } from "./messages.ts";
import { runServer } from "./server-run.ts";

const BATCH = 20;
const CLIENTS = 4;
const FEATURES = 5;

/** Ids of messages that an answer told to be stored. */
export type Acknowledged = Set<string>;

/**
 * Starts a server, puts it under load, and kills it (SIGKILL) while requests are under way, `answers` answers after its
 * start. What a client got no answer to it sends again to the next server, as devices do.
 */
export async function killUnderLoad(
  env: Readonly<Record<string, string>>,
  {
    writeKey,
    answers,
    acknowledged,
    unanswered,
  }: {
    writeKey: string;
    answers: number;
    acknowledged: Acknowledged;
    unanswered: object[][];
  },
): Promise<void> {
  const server = runServer(env);
  const url = await server.ready;
  let answered = 0;
  const send = async () => {
    while (true) {
      const batch = unanswered.pop() ?? newBatch();
      const reply = await post(url, writeKey, batch).catch(() => null);
      if (reply === null) {
        unanswered.push(batch);
        return;
      }
      for (const { messageId, status } of reply.results) {
        if (status === "rejected") throw new Error("the server refused a message");
        if (messageId !== null) acknowledged.add(messageId);
      }
      answered += 1;
      if (answered === answers) server.signal("SIGKILL");
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, send));
  await server.gone;
}

/** Sends what is left to a server that stays. */
export async function sendRest(
  url: string,
  writeKey: string,
  rest: readonly object[][],
): Promise<WireReply[]> {
  const replies: WireReply[] = [];
  for (const batch of rest) replies.push(await post(url, writeKey, batch));
  return replies;
}

function newBatch(): object[] {
  return Array.from({ length: BATCH }, (_, at) =>
    used(`feature-${at % FEATURES}`, {
      messageId: randomUUID(),
      timestamp: undefined,
      userId: `user-${at}`,
    }),
  );
}

async function post(url: string, writeKey: string, batch: readonly object[]): Promise<WireReply> {
  const response = await fetch(`${url}/v1/batch`, {
    method: "POST",
    headers: { Authorization: `Bearer ${writeKey}` },
    body: JSON.stringify({ batch }),
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as WireReply;
}
