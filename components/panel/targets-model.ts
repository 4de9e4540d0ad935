import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { addSample } from "../../lib/anchor/add-sample.ts";
import type { Anchor } from "../../lib/model/anchor.ts";
import { parse } from "../../lib/model/parse.ts";
import type { Localized } from "../../lib/model/primitives.ts";
import { PageCheck } from "../../lib/model/target-check.ts";
import { type AuthorClient, createAuthorClient, type Draft } from "../console/author-client.ts";
import type { GuideItem } from "../console/client.ts";
import type { QueryError } from "../console/request.ts";
import type { Ask } from "../ports.ts";

/** The page beside the panel, as far as an author may ask it for targets. Rejects when it cannot be asked. */
export interface PageChecker {
  check(tab: number, orders: { step: string; anchor: Anchor }[]): Promise<unknown>;
  /** Marks what was found for a step; null: nothing any more. */
  show(tab: number, step: string | null): Promise<void>;
}

export type CheckedTarget = PageCheck["targets"][number] & {
  title: Localized;
  /** It was taken as the element of its step in this check. */
  used: boolean;
};

export type TargetsProblem =
  | { kind: "page"; detail: string }
  | { kind: "query"; error: QueryError };
export type TargetsBusy = { what: "check" | "publish" | "ask" } | { what: "use"; step: string };

/** An author checks on the page in front of them whether a guide finds its elements. */
export interface TargetsModel {
  /** Null: nobody is signed in to the console, so there is nothing to check with. */
  guides: ReadonlySignal<GuideItem[] | null>;
  server: ReadonlySignal<string>;
  chosen: ReadonlySignal<string>;
  checked: ReadonlySignal<CheckedTarget[] | null>;
  /** The draft has something that is not published. */
  unpublished: ReadonlySignal<boolean>;
  /** The step whose element is marked in the page. */
  shown: ReadonlySignal<string | null>;
  busy: ReadonlySignal<TargetsBusy | null>;
  problem: ReadonlySignal<TargetsProblem | null>;
  /** What was done with the draft last. */
  done: ReadonlySignal<"published" | "asked" | null>;
  /** Looks whether somebody is signed in. */
  open(): Promise<void>;
  /** Another page is beside the panel, or the same one was loaded anew. */
  showTab(tab: number | null): void;
  choose(guide: string): void;
  check(): Promise<void>;
  show(step: string): Promise<void>;
  use(step: string): Promise<void>;
  publish(): Promise<void>;
  /** Asks for a review of the draft. */
  askReview(): Promise<void>;
}

export function createTargetsModel(ports: {
  ask: Ask;
  fetch: typeof fetch;
  page: PageChecker;
  /** Epoch ms. */
  now: () => number;
}): TargetsModel {
  const guides = signal<GuideItem[] | null>(null);
  const chosenId = signal("");
  const chosen = computed(() => chosenId.value || (guides.value?.[0]?.id ?? ""));
  const checked = signal<CheckedTarget[] | null>(null);
  const draft = signal<Draft | null>(null);
  const place = signal<{ lang?: string; build?: string }>({});
  const shown = signal<string | null>(null);
  const busy = signal<TargetsBusy | null>(null);
  const problem = signal<TargetsProblem | null>(null);
  const done = signal<"published" | "asked" | null>(null);
  const server = signal("");
  let client: AuthorClient | undefined;
  /** The session whose guides are listed. */
  let known = "";
  let tab: number | null = null;

  function forget() {
    checked.value = null;
    draft.value = null;
    shown.value = null;
    problem.value = null;
    done.value = null;
  }

  /** One thing at a time. */
  async function act(
    what: TargetsBusy,
    work: (author: AuthorClient) => Promise<QueryError | null>,
  ) {
    if (busy.peek() !== null || !client) return;
    busy.value = what;
    problem.value = null;
    done.value = null;
    try {
      const error = await work(client);
      if (error) problem.value = { kind: "query", error };
    } catch (error) {
      problem.value = { kind: "page", detail: String(error) };
    }
    busy.value = null;
  }

  async function check(author: AuthorClient): Promise<QueryError | null> {
    if (tab === null) return null;
    const answer = await author.draft(chosen.peek());
    if (!answer.ok) return answer.error;
    const { steps } = answer.value.body;
    const orders = steps.flatMap(({ id, anchor }) => (anchor ? [{ step: id, anchor }] : []));
    const found = parse(PageCheck, await ports.page.check(tab, orders));
    if (!found.ok) throw new Error("the page's answer was not understood");
    const { targets, ...rest } = found.value;
    draft.value = answer.value;
    place.value = rest;
    shown.value = null;
    checked.value = targets.flatMap((target) => {
      const title = steps.find(({ id }) => id === target.step)?.title;
      return title ? [{ ...target, title, used: false }] : [];
    });
    return null;
  }

  async function use(author: AuthorClient, step: string): Promise<QueryError | null> {
    const before = draft.peek();
    const fingerprint = checked.peek()?.find((one) => one.step === step)?.candidate?.fingerprint;
    if (!before || !fingerprint) return null;
    const sample = { ...place.peek(), confirmedAt: ports.now(), fingerprint };
    const steps = before.body.steps.map((one) =>
      one.id === step && one.anchor ? { ...one, anchor: addSample(one.anchor, sample) } : one,
    );
    const answer = await author.save({ ...before.body, steps }, before.revision);
    if (!answer.ok) return answer.error;
    draft.value = answer.value;
    const mark = (one: CheckedTarget) => (one.step === step ? { ...one, used: true } : one);
    checked.value = checked.peek()?.map(mark) ?? null;
    return null;
  }

  return {
    guides: computed(() => guides.value),
    server: computed(() => server.value),
    chosen,
    checked: computed(() => checked.value),
    unpublished: computed(() => draft.value?.changed ?? false),
    shown: computed(() => shown.value),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    done: computed(() => done.value),
    async open() {
      const session = await ports.ask("console.session", {});
      const who = session.ok ? session.value : null;
      const name = who ? `${who.server} ${who.token}` : "";
      if (name === known) return;
      known = name;
      client = who ? createAuthorClient(who, ports.fetch) : undefined;
      server.value = who?.server ?? "";
      const list = await client?.guides(new AbortController().signal);
      // The server may be back the next time.
      if (list && !list.ok) known = "";
      guides.value = list?.ok ? list.value : null;
    },
    showTab(shownTab) {
      tab = shownTab;
      forget();
    },
    choose(guide) {
      chosenId.value = guide;
      forget();
    },
    check: () => act({ what: "check" }, check),
    async show(step) {
      if (tab === null) return;
      const next = shown.peek() === step ? null : step;
      try {
        await ports.page.show(tab, next);
        shown.value = next;
      } catch (error) {
        problem.value = { kind: "page", detail: String(error) };
      }
    },
    use: (step) => act({ what: "use", step }, (author) => use(author, step)),
    publish: () =>
      act({ what: "publish" }, async (author) => {
        const answer = await author.publish(chosen.peek());
        if (!answer.ok) return answer.error;
        const now = draft.peek();
        if (now) draft.value = { ...now, changed: false };
        done.value = "published";
        return null;
      }),
    askReview: () =>
      act({ what: "ask" }, async (author) => {
        const now = draft.peek();
        if (!now) return null;
        const answer = await author.askReview(chosen.peek(), now.revision);
        if (!answer.ok) return answer.error;
        done.value = "asked";
        return null;
      }),
  };
}
