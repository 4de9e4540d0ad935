import { computed, signal } from "@preact/signals";
import type { FeatureEntry } from "../../lib/message/protocol.ts";
import type { TagChoice, TagNews } from "../../lib/model/tagging.ts";
import {
  createFeatureClient,
  type FeatureClient,
  type FeatureItem,
} from "../console/feature-client.ts";
import type { Ask } from "../ports.ts";
import type { Outcome } from "../ui/resource.ts";
import { draftOf, featureOf, NEW_TAG, ruleOf } from "./tag-draft.ts";
import { createTagLine } from "./tag-line.ts";
import {
  FORM,
  proposed,
  type TagBusy,
  type TagForm,
  type TaggingModel,
  type TagProblem,
} from "./tagging.ts";
import {
  advanceFeature,
  archiveFeature,
  type Refused,
  saveFeature,
  type TagDone,
  undoLast,
} from "./tagging-acts.ts";
import type { PageTagger } from "./tagging-page.ts";

type Picked = Extract<TagNews, { news: "picked" }>;

export function createTaggingModel(ports: {
  ask: Ask;
  fetch: typeof fetch;
  page: PageTagger;
}): TaggingModel {
  const server = signal<string | null>(null);
  const open = signal(false);
  const features = signal<readonly FeatureEntry[]>([]);
  const items = signal<readonly FeatureItem[]>([]);
  const picking = signal(false);
  const over = signal<TagChoice | null>(null);
  const form = signal<TagForm | null>(null);
  const shown = signal<string | null>(null);
  const busy = signal<TagBusy | null>(null);
  const problem = signal<TagProblem | null>(null);
  const done = signal<TagDone | null>(null);
  let client: FeatureClient | undefined;
  let session = "";
  let tab: number | null = null;
  let pickedUses: Picked["uses"] = [];

  const line = createTagLine(ports.page, {
    over: (choice) => {
      over.value = choice;
    },
    picked,
    ended: endPicking,
    gone: () => {
      endPicking();
      line.close();
    },
  });

  function endPicking() {
    picking.value = false;
    over.value = null;
    line.pick(false);
  }

  /** Tells the page what to count and to mark. */
  function watch() {
    const draft = form.peek()?.draft;
    const rule = draft && ruleOf(draft);
    const known = features.peek().map(({ feature: { id, rules } }) => ({ key: id, rules }));
    const chosen = known.find(({ key }) => key === shown.peek());
    const own = rule ? [{ key: FORM, rules: [rule, ...draft.others] }] : [];
    line.watch([...known, ...own], rule ? [rule] : (chosen?.rules ?? []));
  }

  function setForm(next: TagForm | null) {
    form.value = next;
    watch();
  }

  function picked({ uses, page }: Picked) {
    endPicking();
    pickedUses = uses;
    const [first] = uses;
    if (!first) return;
    const before = form.peek()?.draft ?? NEW_TAG;
    const { path, hash = "" } = page;
    setForm(proposed({ ...before, path, hash, to: undefined }, first.on, uses));
  }

  async function connect() {
    if (!open.peek() || tab === null) return;
    problem.value = null;
    try {
      await line.open(tab);
      watch();
    } catch (error) {
      problem.value = { kind: "page", detail: String(error) };
    }
  }

  async function list() {
    const [mine, theirs] = await Promise.all([ports.ask("features.list", {}), client?.list()]);
    if (mine.ok) features.value = mine.value;
    if (theirs?.ok) items.value = theirs.value;
    else if (theirs) problem.value = { kind: "query", error: theirs.error };
    watch();
  }

  /** One thing at a time. */
  async function act<T>(
    what: TagBusy,
    work: (author: FeatureClient) => Promise<Outcome<T, Refused>>,
    then: (value: T) => unknown,
  ): Promise<void> {
    if (busy.peek() !== null || !client) return;
    busy.value = what;
    problem.value = null;
    done.value = null;
    const answer = await work(client);
    if (answer.ok) await then(answer.value);
    else refuse(answer.error);
    busy.value = null;
  }

  function refuse(error: Refused) {
    problem.value = { kind: "query", error };
    const current = form.peek();
    // What was written is not refused as changed by somebody else the next time.
    if (current && error.written) {
      form.value = { ...current, draft: { ...current.draft, ...error.written } };
    }
  }

  const taken = () => new Set(items.peek().map(({ id }) => id));

  /** The device fetches at once what was published, so that it counts from now on. */
  async function finish(what: TagDone) {
    done.value = what;
    await ports.ask("sync.now", {});
    await list();
  }

  return {
    server: computed(() => server.value),
    open: computed(() => open.value),
    features: computed(() => features.value),
    drafts: computed(() =>
      items.value.filter(
        ({ published, archived, review }) => published === null && !archived && review === "draft",
      ),
    ),
    reviews: computed(() =>
      items.value.filter((one) => one.review !== "draft" && one.changed && !one.archived),
    ),
    counts: line.counts,
    tracked: line.tracked,
    picking: computed(() => picking.value),
    over: computed(() => over.value),
    form: computed(() => form.value),
    shown: computed(() => shown.value),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    done: computed(() => done.value),
    async load() {
      const reply = await ports.ask("console.session", {});
      const who = reply.ok ? reply.value : null;
      const name = who ? `${who.server} ${who.token}` : "";
      if (name !== session) {
        session = name;
        client = who ? createFeatureClient(who, ports.fetch) : undefined;
        server.value = who?.server ?? null;
      }
      if (client && open.peek() && busy.peek() === null) await list();
    },
    showTab(next) {
      // Another address without another document changes only what fits.
      if (next === tab && line.isOpen()) return;
      tab = next;
      picking.value = false;
      shown.value = null;
      line.close();
      void connect();
    },
    async toggle() {
      open.value = !open.peek();
      if (open.peek()) return void (await Promise.all([connect(), list()]));
      endPicking();
      line.close();
      form.value = null;
    },
    pick() {
      picking.value = true;
      problem.value = null;
      done.value = null;
      line.pick(true);
    },
    move: line.move,
    take: line.take,
    endPicking,
    begin(on) {
      pickedUses = [];
      done.value = null;
      setForm({ draft: { ...NEW_TAG, on }, faults: {}, choices: [], uses: [] });
    },
    edit: (feature) =>
      act(
        "edit",
        (author) => author.draft(feature),
        ({ body, revision }) => {
          pickedUses = [];
          setForm({ draft: draftOf(body, revision), faults: {}, choices: [], uses: [] });
        },
      ),
    change(part) {
      const current = form.peek();
      if (current) setForm({ ...current, draft: { ...current.draft, ...part }, faults: {} });
    },
    use(on) {
      const current = form.peek();
      if (current) setForm(proposed(current.draft, on, pickedUses));
    },
    cancel: () => setForm(null),
    async save(publish) {
      const current = form.peek();
      if (!current) return;
      const { draft } = current;
      const read = featureOf(draft, draft.id === null ? taken() : new Set());
      if (!read.ok) {
        form.value = { ...current, faults: read.faults };
        return;
      }
      const order = { feature: read.value, revision: draft.revision, publish };
      await act(
        publish ? "publish" : "save",
        (author) => saveFeature(author, items.peek(), order),
        (what) => {
          setForm(null);
          return finish(what);
        },
      );
    },
    advance: (feature, step) =>
      act(
        step,
        (author) => advanceFeature(author, feature, step),
        (what) => {
          setForm(null);
          return finish(what);
        },
      ),
    archive: (feature) =>
      act("archive", (author) => archiveFeature(author, items.peek(), feature), finish),
    async undo() {
      const last = done.peek();
      if (last) await act("undo", (author) => undoLast(author, last), finish);
    },
    show(feature) {
      shown.value = shown.peek() === feature ? null : feature;
      watch();
    },
    closeDone() {
      done.value = null;
    },
  };
}
