import type { PublicationOrder } from "../../server/documents/schemas.ts";
import type { Ask, TestServer } from "./server.ts";

export const feature = (id: string) => ({
  id,
  name: `Feature ${id}`,
  group: "Editor",
  rules: [{ on: "click", selector: `#${id}` }],
});

export const signal = (id: string, featureId: string) => ({
  id,
  name: `Signal ${id}`,
  kind: "milestone",
  when: { type: "used", feature: featureId, times: 2, within: "7d" },
});

export const guide = (id: string, more: object = {}) => ({
  format: 1,
  id,
  kind: "tour",
  name: { en: `Guide ${id}` },
  trigger: { start: "manual" },
  steps: [step("first"), step("second")],
  ...more,
});

export const step = (id: string, more: object = {}) => ({
  id,
  title: { en: `Step ${id}` },
  body: { en: [{ type: "paragraph", children: [{ type: "text", text: "Do it." }] }] },
  advance: { on: "next" },
  ...more,
});

/** A step that cannot do without its element. */
export const anchored = (id: string, more: object = {}) =>
  step(id, { anchor: { samples: [{ fingerprint: { tag: "button", name: id } }] }, ...more });

/** Writes a document as administrator of the home workspace. */
export function put(server: TestServer, kind: string, body: { id: string }, more: Ask = {}) {
  const as = server.home.adminToken;
  return server.ask(`/v1/${kind}/${body.id}`, { method: "PUT", as, body, ...more });
}

export function publish(
  server: TestServer,
  kind: string,
  id: string,
  { as = server.home.adminToken, ...order }: PublicationOrder & { as?: string | undefined } = {},
) {
  return server.ask<{ version: number; revision: number }>(`/v1/${kind}/${id}/publish`, {
    method: "POST",
    as,
    ...(Object.keys(order).length > 0 && { body: order }),
  });
}
