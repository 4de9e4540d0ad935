import { expect, test } from "vitest";
import { createResource, type Outcome } from "./resource.ts";

function controlled() {
  const answers: ((outcome: Outcome<string, string>) => void)[] = [];
  const resource = createResource<string, string>(
    () => new Promise((resolve) => answers.push(resolve)),
  );
  return { answers, resource };
}

test("shows loading, then the value", async () => {
  const { answers, resource } = controlled();
  const done = resource.load();
  expect(resource.view.value).toEqual({ state: "loading" });
  answers[0]?.({ ok: true, value: "a" });
  await done;
  expect(resource.value.value).toBe("a");
});

test("an answer overtaken by a later question is dropped", async () => {
  const { answers, resource } = controlled();
  const first = resource.load();
  const second = resource.load();
  answers[1]?.({ ok: true, value: "new" });
  answers[0]?.({ ok: true, value: "old" });
  await Promise.all([first, second]);
  expect(resource.value.value).toBe("new");
});

test("an answer on its way does not replace what was put meanwhile", async () => {
  const { answers, resource } = controlled();
  const asked = resource.load();
  resource.set("new");
  answers[0]?.({ ok: true, value: "old" });
  await asked;
  expect(resource.view.value).toEqual({ state: "ready", value: "new", refreshing: false });
});

test("one more page joins what it was asked for, and nothing else", async () => {
  const { answers, resource } = controlled();
  resource.set("a");
  resource.extend("a", "ab");
  expect(resource.value.value).toBe("ab");
  resource.extend("a", "ac");
  expect(resource.value.value).toBe("ab");
  const again = resource.load();
  resource.extend("ab", "abc");
  answers[0]?.({ ok: true, value: "b" });
  await again;
  expect(resource.value.value).toBe("b");
});

test("asking again keeps what is there; a failure replaces it and can be retried", async () => {
  const { answers, resource } = controlled();
  resource.set("a");
  const again = resource.load();
  expect(resource.view.value).toEqual({ state: "ready", value: "a", refreshing: true });
  answers[0]?.({ ok: false, error: "offline" });
  await again;
  expect(resource.view.value).toEqual({ state: "failed", error: "offline" });
  const retry = resource.load();
  expect(resource.view.value).toEqual({ state: "loading" });
  answers[1]?.({ ok: true, value: "b" });
  await retry;
  expect(resource.value.value).toBe("b");
});
