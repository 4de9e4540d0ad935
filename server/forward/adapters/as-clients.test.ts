import { describe, expect, it } from "vitest";
import cloudEvents from "../../../test/fixtures/forward/cloudevents.json" with { type: "json" };
import postHog from "../../../test/fixtures/forward/posthog.json" with { type: "json" };
import segment from "../../../test/fixtures/forward/segment.json" with { type: "json" };
import type { Queued } from "./adapter.ts";
import { packCloudEvents } from "./cloud-events.ts";
import { packPostHog } from "./posthog.ts";
import { packSegment } from "./segment.ts";

/** The fixtures are what the official clients named in them put on the wire, as recorded by a server of ours. */

const target = { workspace: "w", secret: "key", batch: false };

/** What a client says of itself, which no receiver needs. */
const OF_CLIENT = new Set(["_metadata", "integrations", "context", "$lib", "$lib_version"]);
const OF_SERVER_CLIENT = new Set([
  "$is_server",
  "$geoip_disable",
  "$set_once",
  "timestamp",
  "uuid",
]);

type Json = Record<string, unknown>;
const without = (marks: ReadonlySet<string>, value: Json): Json =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !marks.has(key)));

const queue = (message: Json): Queued => ({
  id: String(message.messageId),
  message: message as Queued["message"],
});

describe("R58: requests are those of the receivers' own clients", () => {
  it("Segment: path, key and messages", () => {
    const items = segment.body.batch.map((message) =>
      queue(without(new Set(["_metadata", "integrations"]), message)),
    );
    const { body, headers } = packSegment(target, items, segment.body.sentAt);
    expect(segment.path).toBe("/v1/batch");
    expect(headers).toEqual({
      "Content-Type": segment.headers["content-type"],
      Authorization: segment.headers.authorization,
    });
    const sent = JSON.parse(body);
    expect(sent.sentAt).toBe(segment.body.sentAt);
    const bare = (message: Json) => without(OF_CLIENT, message);
    expect(sent.batch.map(bare)).toEqual(segment.body.batch.map(bare));
  });

  it("PostHog: one event for each of ours, with the same names and properties", () => {
    const common = { timestamp: "2026-11-22T12:00:00.000Z", userId: "ada" };
    const [, , , view, use] = postHog.body.batch;
    const items = [
      { type: "identify", messageId: "1", traits: { plan: "pro" } },
      { type: "group", messageId: "2", groupId: "acme", traits: { plan: "pro" } },
      { type: "page", messageId: view?.uuid, properties: { path: "/reports" } },
      {
        type: "track",
        messageId: use?.uuid,
        event: "Feature Used",
        properties: { feature: "deploy" },
        context: { groupId: "acme" },
      },
    ].map((message) => queue({ ...common, ...message }));
    const { body, headers } = packPostHog(target, items, "");
    const sent = JSON.parse(body);
    expect(headers["Content-Type"]).toBe(postHog.headers["content-type"]);
    expect(sent.api_key).toBe(postHog.body.api_key);
    const bare = (event: Json) => ({
      ...without(OF_SERVER_CLIENT, event),
      properties: without(OF_SERVER_CLIENT, without(OF_CLIENT, event.properties as Json)),
    });
    const theirs = postHog.body.batch.filter(({ event }) => event !== "$create_alias");
    // Our group event carries the group as all events of its people do; the client's has it as its key alone.
    const { $groups, ...group } = sent.batch[1].properties;
    expect($groups).toEqual({ account: "acme" });
    sent.batch[1].properties = group;
    expect(sent.batch.map(bare)).toEqual(theirs.map(bare));
    expect(sent.batch[3]).toMatchObject({ uuid: use?.uuid, timestamp: use?.timestamp });
  });

  it("CloudEvents: an event as the SDK writes it, and its media type", () => {
    const { id, time, data } = cloudEvents.body;
    const message = { type: "track", messageId: id, timestamp: time, userId: "ada", ...data };
    const { body, headers } = packCloudEvents(target, [queue(message)], "");
    expect(headers["Content-Type"]).toBe(cloudEvents.headers["content-type"]);
    const { datacontenttype, ...sent } = JSON.parse(body);
    expect(datacontenttype).toBe("application/json");
    expect(sent).toEqual({ ...cloudEvents.body, data: message });
  });
});
