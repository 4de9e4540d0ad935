import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { languagesOf, mainLanguage } from "../../lib/draft/languages.ts";
import { type Asked, askedOf, factsOf } from "../../lib/draft/preview-person.ts";
import { itemsFor, type Verdict, verdictOn } from "../../lib/draft/preview-verdict.ts";
import { type Heard, type Walk, walkOf } from "../../lib/draft/walk.ts";
import type { Definitions } from "../../lib/message/protocol.ts";
import { assetsOf, type PictureSizes } from "../../lib/model/asset.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { parse } from "../../lib/model/parse.ts";
import { PageCheck } from "../../lib/model/target-check.ts";
import { createAudienceClient } from "./audience-client.ts";
import { createPreviewAs, type PreviewAs } from "./preview-as.ts";
import { playable, previewOrder } from "./preview-order.ts";
import { createPlay, type PlayState } from "./preview-play.ts";
import type { PreviewPorts } from "./preview-ports.ts";
import { createPreviewUses } from "./preview-uses.ts";

export type PreviewProblem = { kind: "no-page" } | { kind: "no-script"; detail: string };
type Checked = ReadonlyMap<string, PageCheck["targets"][number]>;

/** A guide that can be tried: in the making here, or published. */
export interface Triable {
  guide: Guide;
  draft: boolean;
}

/** An author tries a guide on the page beside the panel (Y4 to Y8 of docs/spec/preview.md). */
export interface PreviewModel {
  guides: ReadonlySignal<readonly Triable[]>;
  definitions: ReadonlySignal<Definitions | null>;
  guide: ReadonlySignal<Guide | null>;
  languages: ReadonlySignal<readonly string[]>;
  language: ReadonlySignal<string>;
  as: PreviewAs;
  asked: ReadonlySignal<Asked>;
  verdict: ReadonlySignal<Verdict | null>;
  address: ReadonlySignal<string>;
  state: ReadonlySignal<PlayState>;
  walk: ReadonlySignal<Walk | null>;
  /** The guide that a button of the preview would start. */
  wouldStart: ReadonlySignal<string | null>;
  /** By step; null: not checked on this page. */
  checked: ReadonlySignal<Checked | null>;
  busy: ReadonlySignal<"play" | "check" | null>;
  problem: ReadonlySignal<PreviewProblem | null>;
  load(): Promise<void>;
  showTab(tab: { id: number; url: string | undefined } | null): void;
  choose(guide: string): void;
  speak(language: string): void;
  play(): Promise<void>;
  stop(): void;
  check(): Promise<void>;
  /** As if it had happened while the step waits for it. */
  happened(features: Readonly<Record<string, number>>, signals: readonly string[]): void;
  copy(text: string): Promise<boolean>;
}

export function createPreviewModel(ports: PreviewPorts): PreviewModel {
  const guides = signal<readonly Triable[]>([]);
  const definitions = signal<Definitions | null>(null);
  const chosen = signal("");
  const spoken = signal("");
  const tab = signal<{ id: number; url: string | undefined } | null>(null);
  const checked = signal<Checked | null>(null);
  const busy = signal<"play" | "check" | null>(null);
  const problem = signal<PreviewProblem | null>(null);
  /** What is played, and in which tab: the draft may change meanwhile. */
  const played = signal<{ guide: Guide; tab: number; pictures: PictureSizes } | null>(null);
  const play = createPlay(ports);
  const uses = createPreviewUses(ports.ask);
  const as = createPreviewAs(() => {
    const now = played.peek()?.guide;
    if (now?.kind !== "checklist") return;
    play.say({ name: "checklist", guide: now.id, done: itemsFor(now, facts.peek()) });
  });

  const guide = computed(() => {
    const all = guides.value;
    return (all.find((one) => one.guide.id === chosen.value) ?? all[0])?.guide ?? null;
  });
  const languages = computed(() => (guide.value ? languagesOf(guide.value) : []));
  const language = computed(() => {
    if (languages.value.includes(spoken.value)) return spoken.value;
    return guide.value ? mainLanguage(guide.value) : "en";
  });
  const segments = computed(() => (definitions.value?.segments ?? []).map(({ body }) => body));
  const address = computed(() => tab.value?.url ?? "");
  const facts = computed(() => {
    const url = URL.parse(address.value);
    const shown = url && {
      host: url.host,
      pathname: url.pathname,
      search: url.search,
      hash: url.hash,
    };
    const world = { segments: segments.value, now: ports.now() };
    return factsOf(as.person.value, shown ? { ...world, address: shown } : world);
  });
  const walk = computed(() =>
    played.value && play.heard.value.length > 0
      ? walkOf(played.value.guide, play.heard.value)
      : null,
  );
  const order = (what: NonNullable<typeof played.value>, heard: readonly Heard[]) =>
    previewOrder(what.guide, {
      facts: facts.peek(),
      language: language.peek(),
      theme: definitions.peek()?.theme,
      pictures: what.pictures,
      heard,
    });

  async function act(what: "play" | "check", work: (tab: number) => Promise<void>) {
    const here = tab.peek();
    if (busy.peek() !== null) return;
    problem.value = here ? null : { kind: "no-page" };
    if (!here) return;
    busy.value = what;
    try {
      await work(here.id);
    } catch (error) {
      problem.value = { kind: "no-script", detail: String((error as Error).message) };
    }
    busy.value = null;
  }

  function forget() {
    play.stop();
    batch(() => {
      played.value = null;
      checked.value = null;
      problem.value = null;
    });
  }

  async function sizesFor(wanted: Guide): Promise<PictureSizes> {
    const known: Record<string, { width: number; height: number }> = {};
    for (const asset of new Set(assetsOf(wanted).map((one) => one.asset))) {
      const size = (await ports.picture(asset))?.size;
      if (size) known[asset] = size;
    }
    return known;
  }

  /** What a step waits for may have been done on the page. */
  async function noticeUses() {
    if (play.state.peek() !== "playing") return;
    const used = await uses.news();
    if (Object.keys(used).length > 0) play.say({ name: "ingested", used, signals: [] });
  }

  let known = "";
  async function meetPeople() {
    const answer = await ports.ask("console.session", {});
    const session = answer.ok ? answer.value : null;
    const name = session ? `${session.server} ${session.token}` : "";
    if (name === known) return;
    known = name;
    const met = session && (await createAudienceClient(session, ports.fetch).people());
    // The server may be back the next time.
    if (met && !met.ok) known = "";
    as.meet(met?.ok ? met.value.people : []);
  }

  return {
    guides,
    definitions,
    guide,
    languages,
    language,
    as,
    asked: computed(() =>
      guide.value ? askedOf(guide.value, segments.value) : { supposed: [], attributes: [] },
    ),
    verdict: computed(() => (guide.value ? verdictOn(guide.value, facts.value) : null)),
    address,
    state: play.state,
    walk,
    wouldStart: play.asked,
    checked,
    busy,
    problem,
    async load() {
      const [drafts, answer] = await Promise.all([
        ports.drafts(),
        ports.ask("definitions.get", {}),
      ]);
      void meetPeople();
      void noticeUses();
      const published = answer.ok ? (answer.value?.guides ?? []) : [];
      const own = new Set(drafts.map(({ id }) => id));
      batch(() => {
        definitions.value = answer.ok ? answer.value : null;
        guides.value = [
          ...drafts.map((one) => ({ guide: one, draft: true })),
          ...published
            .filter(({ body }) => !own.has(body.id))
            .map(({ body }) => ({ guide: body, draft: false })),
        ];
      });
    },
    showTab(next) {
      const before = tab.peek();
      tab.value = next;
      if (next?.id !== before?.id) checked.value = null;
      const now = played.peek();
      if (play.state.peek() !== "waiting" || now?.tab !== next?.id || !now) return;
      void act("play", (id) => play.goOn(id, (heard) => order(now, heard)));
    },
    choose(id) {
      chosen.value = id;
      forget();
    },
    speak: (wanted) => {
      spoken.value = wanted;
    },
    play: () =>
      act("play", async (id) => {
        const now = guide.peek() && playable(guide.peek() as Guide);
        if (!now) return;
        const what = { guide: now, tab: id, pictures: await sizesFor(now) };
        await uses.begin();
        played.value = what;
        await play.start(id, order(what, []));
      }),
    stop: play.stop,
    check: () =>
      act("check", async (id) => {
        const steps = guide.peek()?.steps ?? [];
        const orders = steps.flatMap(({ id: step, anchor }) => (anchor ? [{ step, anchor }] : []));
        const found = parse(PageCheck, await ports.checker.check(id, orders));
        if (!found.ok) throw new Error("the page's answer was not understood");
        checked.value = new Map(found.value.targets.map((target) => [target.step, target]));
      }),
    happened: (used, signals) =>
      play.say({ name: "ingested", used: { ...used }, signals: [...signals] }),
    copy: (text) =>
      ports.copy(text).then(
        () => true,
        () => false,
      ),
  };
}
