import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { createEditorModel, type OpenEditor } from "../../components/author/editor-model.ts";
import { reviewRefusal } from "../../components/console/review-refusal.ts";
import type { Ask } from "../../components/ports.ts";
import { setTitle } from "../../lib/draft/texts.ts";
import type { NewCredential } from "../../server/auth/schemas.ts";
import { useServer } from "../support/server.ts";
import { smallGuide, smallStep } from "../support/small-guide.ts";

const SERVER = "https://waymark.test";

/** The editor of one person, over the server itself. */
describe("from the editor to publication", () => {
  const server = useServer("embedded");

  const tokenOf = async (name: string) =>
    (
      await server.ask<NewCredential>("/v1/tokens", {
        method: "POST",
        as: server.home.adminToken,
        body: { name, role: "author" },
      })
    ).body.secret;

  async function openAs(token: string): Promise<OpenEditor> {
    const model = createEditorModel({
      guide: "g",
      drafts: {
        list: async () => [],
        read: async () => undefined,
        write: async () => null,
        remove: async () => undefined,
      },
      ask: (async (name: string) =>
        name === "console.session"
          ? { ok: true, value: { server: SERVER, token } }
          : { ok: false, error: { code: "failed", message: "no background" } }) as unknown as Ask,
      wanted: ["en"],
      fetch: (input, init) => server.fetch(String(input).slice(SERVER.length), init),
      now: () => server.time.now,
      pictures: {
        address: async () => null,
        add: async () => null,
        retouch: async (asset) => asset,
        sending: signal(null),
        upload: async () => ({ ok: true, value: null }),
      },
    });
    await model.load();
    const view = model.view.value;
    if (view.state !== "ready") throw new Error(view.state);
    await view.editor.remote.publication.facts.load();
    return view.editor;
  }

  const retitle = ({ state }: OpenEditor, text: string) =>
    state.edit((guide) => setTitle(guide, "a", "en", text));
  const stateOf = ({ remote }: OpenEditor) => {
    const on = remote.onServer.value;
    return on && { staging: on.staging, production: on.published, review: on.review };
  };
  const toldBy = ({ remote }: OpenEditor) =>
    remote.publication.facts.value.value?.history.map(({ act, by }) => `${act} ${by}`);

  it("R61, R63: tried out in staging, reviewed by somebody else, published, and rolled back", async () => {
    const as = server.home.adminToken;
    await server.ask("/v1/guides/g", { method: "PUT", as, body: smallGuide([smallStep("a")]) });
    await server.ask("/v1/settings/review", { method: "PUT", as, body: { required: true } });
    const ann = await openAs(await tokenOf("Ann"));
    expect(ann.remote.publication.facts.value.value?.required).toBe(true);

    retitle(ann, "First");
    await ann.remote.publication.publish("staging");
    expect(stateOf(ann)).toEqual({ staging: 1, production: null, review: "draft" });
    await ann.remote.publication.publish("production");
    expect(reviewRefusal(ann.remote.problem.value ?? { code: "server" })).toBe("unapproved");
    retitle(ann, "Second");
    await ann.remote.publication.askReview();
    expect(stateOf(ann)).toMatchObject({ review: "in_review" });
    await ann.remote.publication.approve();
    expect(reviewRefusal(ann.remote.problem.value ?? { code: "server" })).toBe("own");

    const bob = await openAs(await tokenOf("Bob"));
    await bob.remote.publication.giveBack("Say what it is about.");
    expect(bob.remote.done.value).toEqual({ what: "return" });
    expect(toldBy(bob)?.[0]).toBe("returned Bob");
    retitle(ann, "Third");
    await ann.remote.publication.askReview();
    await bob.remote.publication.approve();
    expect(bob.remote.problem.value?.code, "what Bob has not read").toBe("changed");
    await bob.remote.look();
    await bob.remote.publication.approve();
    await bob.remote.publication.publish("production");
    expect(stateOf(bob)).toEqual({ staging: 1, production: 2, review: "approved" });

    await bob.remote.publication.publish("staging", 2);
    await bob.remote.publication.publish("staging", 1);
    expect(bob.remote.done.value).toEqual({
      what: "published",
      version: 1,
      environment: "staging",
    });
    await bob.remote.publication.publish("production", 1);
    expect(reviewRefusal(bob.remote.problem.value ?? { code: "server" })).toBe("version");
    expect(toldBy(bob)?.slice(0, 3)).toEqual(["rolled_back Bob", "published Bob", "published Bob"]);
  });

  it("R64: an older part of the history is added to what is there", async () => {
    const [ann, bob] = [await tokenOf("Ann"), await tokenOf("Bob")];
    for (let n = 0; n < 110; n += 1) {
      const body = smallGuide([smallStep("a")], { priority: n });
      await server.ask("/v1/guides/g", { method: "PUT", as: n % 2 ? ann : bob, body });
    }
    const editor = await openAs(ann);
    const numbers = () =>
      editor.remote.publication.facts.value.value?.history.map(({ number }) => number) ?? [];
    expect(numbers()).toHaveLength(100);
    await editor.remote.publication.loadMore();
    expect(numbers().at(-1)).toBe(1);
    expect(new Set(numbers()).size).toBe(numbers().length);
    expect(editor.remote.publication.facts.value.value?.next).toBeNull();
  });
});
