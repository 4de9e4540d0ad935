import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { putPicture } from "../../lib/draft/picture/put-picture.ts";
import type { RowSamples } from "../../lib/draft/row-intent.ts";
import { changeStep } from "../../lib/draft/steps.ts";
import type { Anchor, Sample } from "../../lib/model/anchor.ts";
import type { Step } from "../../lib/model/guide.ts";
import { PagePlace, PickedTarget } from "../../lib/model/lookup.ts";
import { parse } from "../../lib/model/parse.ts";
import type { Rect } from "../../lib/model/rect.ts";
import type { TagMove } from "../../lib/model/tagging.ts";
import type { Ask } from "../ports.ts";
import type { EditorState } from "./editor-state.ts";
import type { PageResolver } from "./import-ports.ts";

/** A page of an app that the author has allowed. */
export interface OpenPage {
  tab: number;
  title: string;
  url: string;
}

export interface EditorPagePorts {
  ask: Ask;
  resolver: Pick<PageResolver, "pick" | "move" | "take" | "giveUp" | "place">;
  /** Pages that can be pointed into, the best to begin with first. In the panel only the one beside it. */
  list(): Promise<OpenPage[]>;
  /** Shows a page to its author; the answer leads back to the editor. Rejects when it is gone. */
  bring(tab: number): Promise<() => Promise<void>>;
  /** Asks the person to allow what pictures need, in the very turn of their click; whether they do. */
  allowPictures(): Promise<boolean>;
}

export type PageTrouble =
  /** There is none that may be seen. */
  | "no-page"
  /** It was closed, or left, or is one of the browser's own. */
  | "gone"
  /** The element of the step is not there, or cannot be told from others. */
  | "absent"
  | "ambiguous"
  /** Pictures were not allowed. */
  | "denied"
  /** It was not in front, or it moved, so that nobody could say what was to be hidden where. */
  | "no-picture";

export interface PageWork {
  what: "pick" | "picture";
  step: string;
}

/** Why nothing came of some work. `detail`: what the browser says of it, in English. */
export interface PageFailure {
  code: PageTrouble;
  detail?: string;
}

/** The page that a guide in the editor is about, as far as its steps get something of it. */
export interface EditorPage {
  pages: ReadonlySignal<readonly OpenPage[]>;
  chosen: ReadonlySignal<OpenPage | null>;
  /** It is always the one beside the panel. */
  beside: boolean;
  busy: ReadonlySignal<PageWork | null>;
  trouble: ReadonlySignal<(PageWork & PageFailure) | null>;
  /** The element that was just pointed at stands in a list: what it is for each row that could be meant. */
  rows: ReadonlySignal<{ step: string; sample: Sample; rows: RowSamples } | null>;
  /** Which pages there are now. */
  look(): Promise<void>;
  choose(tab: number): void;
  /** Shows the chosen page. */
  show(): Promise<void>;
  /** The author points at what the step shall point at. */
  point(state: EditorState, step: Step): Promise<void>;
  move(to: TagMove): void;
  take(): void;
  endPicking(): void;
  /** Takes a picture of the page as it is now for the step; with `outlined` its element is looked for and outlined. */
  picture(state: EditorState, step: Step, outlined: boolean): Promise<void>;
}

export function createEditorPage(ports: EditorPagePorts, beside: boolean): EditorPage {
  const { resolver } = ports;
  const pages = signal<readonly OpenPage[]>([]);
  const wanted = signal<number | null>(null);
  const chosen = computed(
    () => pages.value.find(({ tab }) => tab === wanted.value) ?? pages.value[0] ?? null,
  );
  const busy = signal<PageWork | null>(null);
  const trouble = signal<(PageWork & PageFailure) | null>(null);
  const rows = signal<EditorPage["rows"]["value"]>(null);

  async function look() {
    pages.value = await ports.list();
  }

  /** One thing at a time, in the chosen page, which is in front meanwhile. */
  async function act(work: PageWork, does: (page: OpenPage) => Promise<PageTrouble | null>) {
    if (busy.peek() !== null) return;
    busy.value = work;
    trouble.value = null;
    try {
      await look();
      const failure = await inFront(does);
      trouble.value = failure && { ...work, ...failure };
    } finally {
      busy.value = null;
    }
  }

  async function inFront(
    does: (page: OpenPage) => Promise<PageTrouble | null>,
  ): Promise<PageFailure | null> {
    const page = chosen.peek();
    if (!page) return { code: "no-page" };
    try {
      const back = await asked(ports.bring(page.tab));
      try {
        const code = await does(page);
        return code && { code };
      } finally {
        await asked(back());
      }
    } catch (error) {
      if (error instanceof PageGone) return { code: "gone", detail: error.message };
      throw error;
    }
  }

  const tell = (work: (tab: number) => Promise<void>) => {
    const page = chosen.peek();
    // What cannot be told any more has ended, and says so itself.
    if (page) work(page.tab).catch(() => undefined);
  };

  return {
    pages: computed(() => pages.value),
    chosen,
    beside,
    busy: computed(() => busy.value),
    trouble: computed(() => trouble.value),
    rows: computed(() => rows.value),
    look,
    choose(tab) {
      wanted.value = tab;
      trouble.value = null;
    },
    async show() {
      const page = chosen.peek();
      if (page) await ports.bring(page.tab);
    },
    point: (state, { id }) =>
      act({ what: "pick", step: id }, async ({ tab }) => {
        const answer = parse(PickedTarget, await asked(resolver.pick(tab)));
        if (!answer.ok) return "gone";
        if (!answer.value) return null;
        const { sample, rows: inRows } = answer.value;
        rows.value = inRows ? { step: id, sample, rows: inRows } : null;
        state.edit((guide) => changeStep(guide, id, { anchor: { samples: [sample] } }));
        return null;
      }),
    move: (to) => tell((tab) => resolver.move(tab, to)),
    take: () => tell((tab) => resolver.take(tab)),
    endPicking: () => tell((tab) => resolver.giveUp(tab)),
    picture(state, { id, anchor }, outlined) {
      const allowed = ports.allowPictures();
      return act({ what: "picture", step: id }, async ({ tab }) => {
        if (!(await allowed)) return "denied";
        const found = anchor && outlined ? await placeOf(anchor, tab, resolver) : { frame: 0 };
        if (typeof found === "string") return found;
        const answer = await ports.ask("recording.retake", { tab, ...found });
        if (!answer.ok || answer.value === null) return "no-picture";
        const asset = answer.value;
        state.edit((guide) => putPicture(guide, id, asset));
        return null;
      });
    },
  };
}

/** A page that was asked did not answer: it was closed or left, or may not be asked. */
class PageGone extends Error {}

/** What a page answers; where it cannot be asked the browser says so by rejecting. */
async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new PageGone(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The top frame looks into those of its own site; of the others one alone may have it. */
async function placeOf(
  anchor: Anchor,
  tab: number,
  resolver: EditorPagePorts["resolver"],
): Promise<{ frame: number; target: Rect } | "absent" | "ambiguous"> {
  const said = (await asked(resolver.place(tab, anchor))).flatMap(({ frame, place }) => {
    const parsed = parse(PagePlace, place);
    return parsed.ok ? [{ frame, place: parsed.value }] : [];
  });
  const found = said.flatMap(({ frame, place }) =>
    place.outcome === "found" ? [{ frame, target: place.box }] : [],
  );
  const top = found.find(({ frame }) => frame === 0);
  const [one, another] = top ? [top] : found;
  if (one && !another) return one;
  return another || said.some(({ place }) => place.outcome === "ambiguous")
    ? "ambiguous"
    : "absent";
}
