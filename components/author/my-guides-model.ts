import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { diffGuides, isSame } from "../../lib/draft/diff.ts";
import { type BlankKind, blankGuide, copyGuide } from "../../lib/draft/new-guide.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { Localized } from "../../lib/model/primitives.ts";
import type { QueryError } from "../console/request.ts";
import type { Ask } from "../ports.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import { createGuideClient, type GuideClient, type ServerGuide } from "./guide-client.ts";
import type { Drafts, LocalDraft, Session } from "./ports.ts";

/** `local`: on this device only. `changed`: here and on the server, and not the same. */
export type MyGuideState = "local" | "changed" | "draft" | "unpublished" | "published" | "archived";

export interface MyGuide {
  id: string;
  name: Localized;
  state: MyGuideState;
  /** There is a draft on this device. */
  here: boolean;
  onServer: boolean;
  /** Epoch ms. */
  changedAt: number;
}

export interface MyGuides {
  guides: readonly MyGuide[];
  /** Null: nobody is signed in. */
  server: string | null;
  /** Why the server's guides are not among them. */
  problem: QueryError | null;
}

export interface MyGuidesModel {
  data: Resource<MyGuides, string>;
  busy: ReadonlySignal<string | null>;
  problem: ReadonlySignal<QueryError | null>;
  /** What was just done and can be said. */
  done: ReadonlySignal<{ what: "removed" | "archived"; name: Localized } | null>;
  /** Makes a guide and answers with its id. */
  create(kind: BlankKind, name: Localized, firstStep: Localized): Promise<string>;
  duplicate(id: string, nameOf: (name: string) => string): Promise<string | null>;
  removeDraft(id: string): Promise<void>;
  /** Puts back the draft that was removed last. */
  restore(): Promise<void>;
  archive(id: string): Promise<void>;
  closeNotices(): void;
}

export interface MyGuidesPorts {
  drafts: Drafts;
  ask: Ask;
  fetch: typeof fetch;
  /** Epoch ms. */
  now: () => number;
}

export function createMyGuidesModel(ports: MyGuidesPorts): MyGuidesModel {
  const { drafts, now } = ports;
  const busy = signal<string | null>(null);
  const problem = signal<QueryError | null>(null);
  const done = signal<{ what: "removed" | "archived"; name: Localized } | null>(null);
  let removed: LocalDraft | null = null;

  const signedIn = async (): Promise<Session | null> => {
    const answer = await ports.ask("console.session", {});
    return answer.ok ? answer.value : null;
  };
  const clientOf = (who: Session | null) => who && createGuideClient(who, ports.fetch);

  const data = createResource<MyGuides, string>(async (stop) => {
    try {
      const [local, who] = await Promise.all([drafts.list(), signedIn()]);
      const answer = await clientOf(who)?.list(stop);
      const known = answer?.ok ? answer.value : [];
      return {
        ok: true,
        value: {
          guides: together(local, known),
          server: who?.server ?? null,
          problem: answer && !answer.ok ? answer.error : null,
        },
      };
    } catch (error) {
      return { ok: false, error: String(error) };
    }
  });

  const taken = () => new Set(data.value.peek()?.guides.map(({ id }) => id));

  async function keep(guide: Guide): Promise<string> {
    await drafts.write({ id: guide.id, guide, base: null, changedAt: now() }, null);
    await data.load();
    return guide.id;
  }

  async function read(id: string, client: GuideClient | null): Promise<Guide | null> {
    const local = await drafts.read(id);
    if (local) return local.guide;
    const answer = await client?.read(id);
    if (answer && !answer.ok) problem.value = answer.error;
    return answer?.ok ? answer.value.body : null;
  }

  async function act<T>(id: string, work: () => Promise<T>): Promise<T> {
    busy.value = id;
    problem.value = null;
    try {
      return await work();
    } finally {
      busy.value = null;
    }
  }

  const nameOf = (id: string): Localized =>
    data.value.peek()?.guides.find((one) => one.id === id)?.name ?? { en: id };

  return {
    data,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    done: computed(() => done.value),
    create: (kind, name, title) => keep(blankGuide(kind, { name, title }, taken())),
    duplicate: (id, named) =>
      act(id, async () => {
        const guide = await read(id, clientOf(await signedIn()));
        if (!guide) return null;
        const names = Object.entries(guide.name).map(([key, text]) => [key, named(text)]);
        return keep(copyGuide(guide, Object.fromEntries(names), taken()));
      }),
    removeDraft: (id) =>
      act(id, async () => {
        const name = nameOf(id);
        removed = (await drafts.read(id)) ?? null;
        await drafts.remove(id);
        done.value = { what: "removed", name };
        await data.load();
      }),
    async restore() {
      if (!removed) return;
      await drafts.write(removed, null);
      removed = null;
      done.value = null;
      await data.load();
    },
    archive: (id) =>
      act(id, async () => {
        const name = nameOf(id);
        const answer = await clientOf(await signedIn())?.archive(id);
        if (answer && !answer.ok) problem.value = answer.error;
        else done.value = { what: "archived", name };
        await data.load();
      }),
    closeNotices() {
      done.value = null;
      problem.value = null;
    },
  };
}

/** Drafts of this device and guides of the server as one list, the newest first. */
function together(local: readonly LocalDraft[], known: readonly ServerGuide[]): MyGuide[] {
  const here = new Map(local.map((draft) => [draft.id, draft]));
  const there = new Map(known.map((guide) => [guide.id, guide]));
  const ids = new Set([...here.keys(), ...there.keys()]);
  return [...ids]
    .map((id) => entryOf(id, here.get(id), there.get(id)))
    .sort((a, b) => b.changedAt - a.changedAt);
}

function entryOf(
  id: string,
  draft: LocalDraft | undefined,
  guide: ServerGuide | undefined,
): MyGuide {
  const name = draft?.guide.name ?? guide?.name ?? id;
  return {
    id,
    name: typeof name === "string" ? { en: name } : name,
    state: stateOf(draft, guide),
    here: draft !== undefined,
    onServer: guide !== undefined,
    changedAt: Math.max(draft?.changedAt ?? 0, guide?.updatedAt ?? 0),
  };
}

function stateOf(draft: LocalDraft | undefined, guide: ServerGuide | undefined): MyGuideState {
  if (draft?.base === null) return "local";
  if (draft?.base && !isSame(diffGuides(draft.base.guide, draft.guide))) return "changed";
  if (!guide) return "draft";
  if (guide.archived) return "archived";
  if (guide.published === null) return "draft";
  return guide.changed ? "unpublished" : "published";
}
