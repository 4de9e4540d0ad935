import { describe, expect, it } from "vitest";
import { guided } from "../../test/support/captured.ts";
import { eventToWire } from "../sync/wire.ts";
import { CapturedEvent } from "./event.ts";
import { parse } from "./parse.ts";
import { TargetSighting } from "./target.ts";

const SEEN = { outcome: "likely", score: 0.57, lang: "pt-BR", build: "Node-RED 5.0.1" } as const;

describe("T46: what was seen of a target", () => {
  it("travels with its event as it was captured", () => {
    const event = guided("target_missing", 5, { step: "save", target: SEEN });
    expect(parse(CapturedEvent, event)).toEqual({ ok: true, value: event });
    const context = { device: "device-1", version: "1" };
    const sent = eventToWire({ ...event, user: "ada" }, context, { events: "off" });
    expect(sent?.message).toMatchObject({ properties: { step: "save", target: SEEN } });
  });

  it("events of devices that do not tell it yet are read as before", () => {
    const event = guided("step_shown", 5, { step: "save" });
    expect(parse(CapturedEvent, event)).toEqual({ ok: true, value: event });
    const sent = eventToWire(event, { device: "device-1", version: "1" }, { events: "off" });
    expect(sent?.message).toHaveProperty("properties", { guide: "tour", version: 1, step: "save" });
  });

  it.each([
    ["a text of the page", { ...SEEN, text: "Salary of Ada" }],
    ["a sentence instead of a language", { ...SEEN, lang: "Hello, Ada" }],
    ["an address instead of a build", { ...SEEN, build: "https://app.test/ada?x=1" }],
    ["something long instead of a build", { ...SEEN, build: "x".repeat(41) }],
    ["a score above 1", { ...SEEN, score: 57 }],
    ["an outcome that there is not", { ...SEEN, outcome: "vanished" }],
  ])("has no room for %s", (_, target) => {
    expect(parse(TargetSighting, target).ok).toBe(false);
  });
});
