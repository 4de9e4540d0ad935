import { beforeEach, describe, expect, it, vi } from "vitest";
import { identified } from "../../../test/support/captured.ts";
import { IdentifyEvent } from "../../model/event.ts";
import { parse } from "../../model/parse.ts";
import { type Identification, watchHostEvents } from "./host-events.ts";

let page: EventTarget;
let heard: { identified: Identification[]; consents: string[]; tracked: string[] };
beforeEach(() => {
  page = new EventTarget();
  heard = { identified: [], consents: [], tracked: [] };
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  watchHostEvents(
    {
      identify: (who) => heard.identified.push(who),
      consent: (answer) => heard.consents.push(answer),
      track: (event) => heard.tracked.push(event),
    },
    new AbortController().signal,
  );
});

const say = (type: string, detail: unknown) =>
  page.dispatchEvent(new CustomEvent(type, { detail: JSON.stringify(detail) }));

describe("what the host says", () => {
  it("E6: names events, at most 100 in a burst", () => {
    for (let n = 0; n < 150; n++) say("waymark:track", { event: "report.exported" });
    expect(heard.tracked).toHaveLength(100);
  });

  it("E7: says who is here, and who has left", () => {
    say("waymark:identify", { user: "ada", account: "acme", traits: { plan: "pro", seats: 3 } });
    say("waymark:identify", { user: null });
    expect(heard.identified).toEqual([
      { user: "ada", account: "acme", traits: { plan: "pro", seats: 3 } },
      { user: null },
    ]);
  });

  it("E7: traits that cannot be kept cost neither the others nor the person", () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`trait-${n}`, n]));
    const traits = { bio: "x".repeat(300), tags: ["a"], nested: { a: 1 }, "": 1, ...many };
    say("waymark:identify", { user: "ada", traits, account: "y".repeat(201) });
    const [who] = heard.identified;
    expect(who).toMatchObject({ user: "ada", traits: { "trait-0": 0, "trait-63": 63 } });
    expect(parse(IdentifyEvent, { ...identified("ada", 1), ...who })).toMatchObject({ ok: true });
  });

  it("E17: says whether the person agrees", () => {
    say("waymark:consent", { consent: "granted" });
    say("waymark:consent", { consent: "refused" });
    expect(heard.consents).toEqual(["granted", "refused"]);
  });

  it("is ignored, with a word in the page's console, when it makes no sense", () => {
    say("waymark:identify", { name: "ada" });
    say("waymark:identify", { user: "x".repeat(201) });
    say("waymark:consent", { consent: true });
    say("waymark:track", ["report.exported"]);
    page.dispatchEvent(new CustomEvent("waymark:track", { detail: { event: "an object" } }));
    expect(heard).toEqual({ identified: [], consents: [], tracked: [] });
    expect(console.warn).toHaveBeenCalledTimes(5);
  });
});
