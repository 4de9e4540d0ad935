import { fitting, type Pack, type Queued, type Target } from "./adapter.ts";

/** Nobody has to take an event above 64 KiB (CloudEvents 1.0, size limits); ours have 32. */
const BATCH = { count: 100, bytes: 450_000, around: 2 };
const ONE = { count: 1, bytes: 64 * 1024, around: 0 };

/**
 * CloudEvents 1.0 over HTTP, structured: one event a request, or a JSON batch where the receiver has asked for it. An
 * event is known again by `source` and `id` together.
 */
export const packCloudEvents: Pack = (target, items) => {
  const { items: taken, parts } = fitting(items, target.batch ? BATCH : ONE, (item) =>
    JSON.stringify(toCloudEvent(target, item)),
  );
  const type = target.batch ? "cloudevents-batch" : "cloudevents";
  return {
    items: taken,
    body: target.batch ? `[${parts.join()}]` : (parts[0] ?? ""),
    headers: {
      "Content-Type": `application/${type}+json; charset=utf-8`,
      ...(target.secret !== null && { Authorization: `Bearer ${target.secret}` }),
    },
  };
};

function toCloudEvent({ workspace }: Target, { message }: Queued) {
  const { messageId, timestamp, userId, anonymousId } = message;
  const subject = userId ?? anonymousId;
  return {
    specversion: "1.0",
    id: messageId,
    source: `urn:uuid:${workspace}`,
    type: `waymark.${message.news && message.type === "track" ? message.event : message.type}`,
    time: timestamp,
    ...(subject && { subject }),
    datacontenttype: "application/json",
    data: message,
  };
}
