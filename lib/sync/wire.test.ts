import { describe, expect, it } from "vitest";
import type { GuideEvent, IdentifyEvent, StoredEvent } from "../model/event.ts";
import { WireMessage } from "../model/wire.ts";
import { eventToWire, identityToWire, signalToWire } from "./wire.ts";

const context = { device: "device-1", version: "0.1.0" };
const captured = {
  id: "019aa000-0000-7000-8000-000000000001",
  ts: Date.UTC(2026, 10, 22, 5, 0, 0, 123),
  boot: "019aa000-0000-4000-8000-00000000000b",
  seq: 7,
  host: "app.example.com",
  path: "/flows/:id",
};
const feature: StoredEvent = {
  ...captured,
  kind: "feature",
  feature: "deploy",
  user: "ada",
  account: "acme",
};

describe("messages on the wire", () => {
  it("C1: a feature event keeps its id, time, place and order", () => {
    expect(eventToWire(feature, context, { events: "features" })).toEqual({
      id: captured.id,
      message: {
        type: "track",
        event: "Feature Used",
        messageId: captured.id,
        timestamp: "2026-11-22T05:00:00.123Z",
        anonymousId: "device-1",
        userId: "ada",
        properties: { feature: "deploy" },
        context: {
          groupId: "acme",
          library: { name: "waymark", version: "0.1.0" },
          waymark: {
            boot: captured.boot,
            seq: 7,
            host: "app.example.com",
            path: "/flows/:id",
          },
        },
      },
    });
  });

  it("C2: what a person ran into leaves the device only where all events do", () => {
    const met: StoredEvent = {
      ...captured,
      kind: "friction",
      what: "dead_click",
      feature: "deploy",
    };
    expect(eventToWire(met, context, { events: "features" })).toBeNull();
    const item = eventToWire(met, context, { events: "all" });
    expect(WireMessage.parse(item?.message)).toMatchObject({
      event: "Friction Met",
      properties: { what: "dead_click", feature: "deploy" },
    });
  });

  it("C2: the policy keeps raw events on the device, never guide events", () => {
    const guide: GuideEvent = {
      ...captured,
      kind: "guide",
      action: "step_shown",
      guide: "first-flow",
      version: 3,
      step: "deploy",
    };
    expect(eventToWire(feature, context, { events: "off" })).toBeNull();
    expect(eventToWire(feature, context, { events: "all" })).not.toBeNull();
    expect(eventToWire(guide, context, { events: "off" })?.message).toMatchObject({
      event: "Guide Step Shown",
      properties: { guide: "first-flow", version: 3, step: "deploy" },
    });
  });

  it("C1: a signal names the version and the evidence", () => {
    const said = { signal: "live", version: 2, kind: "adoption" as const, value: "tried" };
    const value = { ...said, since: 5, evidence: [captured.id], detail: { uses: 1 } };
    const origin = { id: "message-1", ts: 5, boot: captured.boot, seq: 0 };
    expect(signalToWire(origin, value, { ...context, user: "ada" })).toMatchObject({
      id: "message-1",
      message: { event: "Signal Changed", userId: "ada", properties: value },
    });
  });

  it("C1: an identity becomes identify, and group where the account is known", () => {
    const who: IdentifyEvent = {
      ...captured,
      kind: "identify",
      user: "ada",
      account: "acme",
      traits: { plan: "pro" },
      token: "signed",
    };
    const [identify, group] = identityToWire(who, context);
    expect(identify?.message).toMatchObject({
      type: "identify",
      messageId: captured.id,
      userId: "ada",
      traits: { plan: "pro" },
      context: { waymark: { token: "signed" } },
    });
    expect(group?.message).toMatchObject({ type: "group", groupId: "acme", userId: "ada" });
    expect(group?.id).not.toBe(identify?.id);
    expect(identityToWire({ ...who, user: null }, context)).toEqual([]);
  });

  it("C1: what is made fits the schema of the wire and survives JSON unchanged", () => {
    const items = [
      eventToWire(feature, context, { events: "all" }, "signed"),
      ...identityToWire({ ...captured, kind: "identify", user: "ada", account: "acme" }, context),
    ];
    for (const item of items) {
      expect(JSON.parse(JSON.stringify(item?.message))).toEqual(item?.message);
      expect(WireMessage.safeParse(item?.message).success).toBe(true);
    }
  });
});
