import { fitting, type Pack } from "./adapter.ts";

/** Segment takes 500 KB and 2,500 messages a request; others less. */
const LIMIT = { count: 500, bytes: 450_000 };

/**
 * Segment's HTTP tracking API, as RudderStack, Jitsu and others take it too: `POST /v1/batch` with the write key as the
 * Basic user name. There is one answer a request, and none a message.
 */
export const packSegment: Pack = ({ secret }, items, sentAt) => {
  const close = `],"sentAt":"${sentAt}"}`;
  const limit = { ...LIMIT, around: '{"batch":['.length + close.length };
  const { items: taken, parts } = fitting(items, limit, ({ message }) => JSON.stringify(message));
  return {
    items: taken,
    body: `{"batch":[${parts.join()}${close}`,
    headers: {
      "Content-Type": "application/json",
      ...(secret !== null && {
        Authorization: `Basic ${Buffer.from(`${secret}:`).toString("base64")}`,
      }),
    },
  };
};
