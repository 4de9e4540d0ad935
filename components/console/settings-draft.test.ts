import { expect, it } from "vitest";
import { createResource, type Outcome } from "../ui/resource.ts";
import type { QueryError } from "./request.ts";
import { createSettingsDraft } from "./settings-draft.ts";

interface Stored {
  revision: number;
  words: string;
}

/** A server that keeps words under a revision, which each write has to name. */
function open() {
  const server: Stored = { revision: 3, words: "old" };
  const asked: (() => void)[] = [];
  const settings = createResource<Stored, QueryError>(async () => ({
    ok: true,
    value: { ...server },
  }));
  const draft = createSettingsDraft(settings, {
    of: ({ words }) => words,
    write: (words: string, revision) =>
      new Promise<Outcome<Stored, QueryError>>((resolve) => {
        asked.push(() => {
          if (revision !== server.revision) {
            resolve({ ok: false, error: { code: "changed", status: 412 } });
            return;
          }
          Object.assign(server, { revision: revision + 1, words });
          resolve({ ok: true, value: { ...server } });
        });
      }),
  });
  const save = async () => {
    const saving = draft.save();
    asked.shift()?.();
    await saving;
  };
  return { server, settings, draft, asked, save };
}

it("what somebody else saved after the draft was begun is not overwritten, also when it was loaded since", async () => {
  const { server, settings, draft, save } = open();
  await settings.load();
  draft.edit(() => "mine");
  Object.assign(server, { revision: 4, words: "theirs" });
  // Somebody who goes to another section and comes back.
  await settings.load();
  draft.edit((now) => `${now}, again`);
  await save();
  expect([draft.problem.value?.code, server.words, draft.shown.value]).toEqual([
    "changed",
    "theirs",
    "mine, again",
  ]);
  draft.discard();
  await expect.poll(() => draft.shown.value).toBe("theirs");
  draft.edit((now) => `${now} and mine`);
  await save();
  expect([server.words, draft.changed.value, draft.problem.value]).toEqual([
    "theirs and mine",
    false,
    null,
  ]);
});

it("what is typed while it is being saved stays a draft, and is saved over that", async () => {
  const { server, settings, draft, asked, save } = open();
  await settings.load();
  draft.edit(() => "one");
  const saving = draft.save();
  draft.edit(() => "one two");
  asked.shift()?.();
  await saving;
  expect([server.words, draft.changed.value]).toEqual(["one", true]);
  await save();
  expect([server.words, draft.changed.value]).toEqual(["one two", false]);
});

it("nothing is a draft before there is something to change", () => {
  const { draft } = open();
  draft.edit(() => "mine");
  expect([draft.shown.value, draft.changed.value]).toEqual([null, false]);
});
