import { computed, signal } from "@preact/signals";
import type { Lookup } from "../../lib/model/lookup.ts";
import { askedOf, confirmed, nextOf, selectorsOf } from "./import-confirming.ts";
import { draftOfRead, guideOfTour } from "./import-guide.ts";
import { createImportPage } from "./import-page.ts";
import type { Imports, PageResolver, ReadBytes } from "./import-ports.ts";
import type { ImportBusy, ImportModel, ImportProblem, ImportStage } from "./import-state.ts";
import type { EditorPictures } from "./ports.ts";

export interface ImportModelPorts {
  imports: Imports;
  read: ReadBytes;
  /** Keeps a picture on this device, under the name that its bytes give it; null if it is none that guides may have. */
  addPicture: EditorPictures["add"];
  page: PageResolver;
  /** Epoch ms. */
  now: () => number;
  openEditor(guide: string): void;
  /** A draft was made or changed. */
  onDraft(): void;
}

export function createImportModel(ports: ImportModelPorts): ImportModel {
  const { imports } = ports;
  const open = signal(false);
  const stage = signal<ImportStage>({ at: "choose" });
  const unfinished = signal<ImportModel["unfinished"]["value"]>([]);
  const busy = signal<ImportBusy | null>(null);
  const problem = signal<ImportProblem | null>(null);
  const cause = signal<string | null>(null);
  const page = createImportPage(ports.page, (error) => fail("page", error));
  /** Another page came while one was asked. */
  let stale = false;

  const asked = computed(() =>
    stage.value.at === "confirm"
      ? askedOf(stage.value.record, stage.value.guide, page.looks.value)
      : [],
  );

  function fail(what: ImportProblem, error: unknown) {
    problem.value = what;
    cause.value = error instanceof Error ? error.message : String(error);
  }

  /** One thing at a time; `fault` is what is said if it cannot be done. */
  async function act(what: ImportBusy, fault: ImportProblem, work: () => Promise<void>) {
    if (busy.peek() !== null) return;
    busy.value = what;
    problem.value = null;
    cause.value = null;
    try {
      await work();
    } catch (error) {
      fail(fault, error);
    }
    busy.value = null;
  }

  async function list() {
    unfinished.value = await imports.list();
  }

  function enter(next: ImportStage) {
    stage.value = next;
    problem.value = null;
    cause.value = null;
    if (next.at !== "confirm") page.forget();
  }

  /** Asks the page for what is still open, and shows the next. */
  async function look() {
    if (!page.has() || stage.peek().at !== "confirm") return;
    if (busy.peek() === "look") {
      stale = true;
      return;
    }
    await act("look", "page", async () => {
      const targets = asked.peek().map(({ target }) => target);
      await page.look(targets.map((one) => ({ step: one.step, selectors: selectorsOf(one) })));
      await page.show(nextOf(asked.peek(), 0));
    });
    if (!stale) return;
    stale = false;
    await look();
  }

  /** The decision on a step; the next one is asked about. */
  async function decide(step: string, found: Lookup | null) {
    const now = stage.peek();
    const one = asked.peek().find(({ target }) => target.step === step);
    if (now.at !== "confirm" || !one) return;
    const change = found && "sample" in found ? confirmed(one.target, found) : null;
    const left = await imports.decide(now.record.id, step, change);
    const guide = change ? change(now.guide) : now.guide;
    ports.onDraft();
    if (!left) {
      page.leave();
      enter({ at: "done", guide });
      return list();
    }
    stage.value = { at: "confirm", record: left, guide };
    void page.show(nextOf(asked.peek(), one.number));
  }

  function change(part: { chosen?: number; locale?: string }) {
    const now = stage.peek();
    if (now.at !== "read") return;
    const chosen = part.chosen ?? now.chosen;
    const tour = now.tours[chosen];
    if (!tour) return;
    const name = part.chosen === undefined ? now.guide?.name : undefined;
    const { locale } = part;
    enter({
      ...now,
      chosen,
      ...guideOfTour(tour, { ...(locale && { locale }), ...(name && { name }) }),
    });
  }

  async function keep() {
    const now = stage.peek();
    if (now.at !== "read" || !now.guide) return;
    const read = now.guide;
    if (read.name.trim() === "") {
      problem.value = "name";
      return;
    }
    await act("keep", "store", async () => {
      const taken = await imports.taken();
      const made = draftOfRead(read, { file: now.file, taken, now: ports.now() });
      if (!(await imports.keep(made.guide, made.record))) {
        problem.value = "taken";
        return;
      }
      for (const { type, content } of now.pictures) {
        await ports.addPicture(new File([content], now.file, { type }));
      }
      const isDone = made.record.open.length === 0;
      enter(isDone ? { at: "done", guide: made.guide } : { at: "confirm", ...made });
      ports.onDraft();
      await list();
    });
    await look();
  }

  async function point(step: string) {
    const picked = await page.pick(step);
    if (!picked) return page.show(step);
    if (picked.lamp === "red") problem.value = "alike";
    else await decide(step, { outcome: "exact", sample: picked.sample });
  }

  return {
    open: computed(() => open.value),
    stage: computed(() => stage.value),
    unfinished: computed(() => unfinished.value),
    asked,
    current: page.current,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    cause: computed(() => cause.value),
    showTab(next) {
      page.change(next);
      if (open.peek()) void look();
    },
    toggle() {
      open.value = !open.peek();
      enter({ at: "choose" });
      if (open.peek()) void act("list", "store", list);
      else page.leave();
    },
    async read(file, bytes) {
      enter({ at: "reading", file });
      const read = await ports.read(bytes);
      if (!read.ok) return enter({ at: "failed", file, problems: read.problems });
      const { tours, pictures = [] } = read;
      enter({ at: "read", file, tours, pictures, chosen: 0, guide: null, problems: [] });
      change({ chosen: 0 });
    },
    restart() {
      page.leave();
      enter({ at: "choose" });
      void act("list", "store", list);
    },
    choose: (chosen) => change({ chosen }),
    rename(name) {
      const now = stage.peek();
      if (now.at === "read" && now.guide) enter({ ...now, guide: { ...now.guide, name } });
    },
    speak: (locale) => change({ locale }),
    keep,
    goOn(id) {
      const one = unfinished.peek().find(({ record }) => record.id === id);
      if (!one) return;
      enter({ at: "confirm", ...one });
      void look();
    },
    end: (id) =>
      act("list", "store", async () => {
        await imports.end(id);
        await list();
      }),
    look,
    select: (step) => act("look", "page", () => page.show(step)),
    accept: (step) =>
      act("decide", "store", () => decide(step, page.looks.peek().get(step) ?? null)),
    skip: (step) => act("decide", "store", () => decide(step, null)),
    point: (step) => act("pick", "page", () => point(step)),
    move: (to) => page.ask((tab) => ports.page.move(tab, to)),
    take: () => page.ask((tab) => ports.page.take(tab)),
    endPicking: () => page.ask((tab) => ports.page.giveUp(tab)),
    edit: ports.openEditor,
  };
}
