import { uuidv7 } from "uuidv7";
import { boxOf } from "../../anchor/dom/safe.ts";
import type { Captured } from "../../model/recording.ts";
import { recordEntries } from "./entries.ts";
import { createStepJournal, type Done } from "./journal.ts";
import { recordKeys, shortcutOf } from "./keys.ts";
import { recordPresses } from "./presses.ts";
import { createResults } from "./results.ts";
import { createTaking, type Taken } from "./take.ts";
import { type Arrival, recordVisits } from "./visits.ts";

/** The extension's surroundings, as the recorder needs them. */
export interface RecorderPorts {
  /** Which recording the tab belongs to; null: none. Undefined: nobody answered, so it is asked again. */
  ready(
    document: string,
  ): Promise<{ recording: string; url: string; opened: boolean } | null | undefined>;
  put(items: Record<string, Captured>): Promise<void>;
  /** A picture of the page as it is now is wanted for the step of that id; `target` is its element, CSS px. */
  look(wish: { step: string; target: Box; at: number }): void;
  /** Nothing is recorded any more. */
  onEnd(listener: () => void, signal: AbortSignal): void;
}

/** What those who watch one kind of doing share. */
export interface Recorder {
  take(element: Element): Taken;
  /** Something is about to be done, which the page does not know yet: what the step before has opened is open now. */
  begins(by: "press" | "key"): void;
  /** Asks for a picture with this element and answers the id of the step that it will be of. */
  look(element: Element): string;
  add(done: Done): void;
  /** Whether the step before was this, with that very element. */
  isLast(type: Done["gesture"]["type"], mark: string): boolean;
  /** Whether a key is told as a step. */
  tookKey(event: KeyboardEvent): boolean;
}

/** What may open something. */
const OPENING: ReadonlySet<string> = new Set(["click", "choose", "key", "drag"]);

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const KEY = Symbol.for("waymark.recorder");
type World = { [KEY]?: AbortSignal };

/**
 * Turns what a person does in this frame into steps until the recording ends; then nothing of it is left in the page. What
 * happens before it is known whether the tab is recorded is kept, and written or thrown away.
 */
export function startRecorder(ports: RecorderPorts): void {
  const world = globalThis as World;
  if (world[KEY] && !world[KEY].aborted) return;
  const life = new AbortController();
  const { signal } = life;
  world[KEY] = signal;
  const end = () => life.abort();
  ports.onEnd(end, signal);

  const name = uuidv7();
  const journal = createStepJournal(ports.put, name, signal);
  const take = createTaking(name.slice(-12), signal);
  const results = createResults((step, result) => journal.later({ step, result }), signal);
  const arrived = arrival();
  let opened = false;
  let unanswered = false;
  let visiting = false;
  let last: { type: string; mark: string | undefined } | undefined;
  const recorder: Recorder = {
    take,
    begins: (by) => (by === "press" ? results.begin() : results.settle()),
    look(element) {
      const step = uuidv7();
      const { x, y, width, height } = boxOf(element);
      if (opened) ports.look({ step, target: { x, y, width, height }, at: Date.now() });
      return step;
    },
    add(done) {
      last = { type: done.gesture.type, mark: done.taken?.mark };
      if (unanswered) void open();
      results.settle();
      const step = journal.add(done);
      if (OPENING.has(done.gesture.type)) results.await(step);
    },
    isLast: (type, mark) => last?.type === type && last.mark === mark,
    tookKey: (event) => event.isTrusted && !event.repeat && shortcutOf(event) !== undefined,
  };
  recordPresses(recorder, signal);
  recordEntries(recorder, signal);
  recordKeys(recorder, signal);

  const visit = (newTab: boolean) => {
    if (visiting || window !== window.top) return;
    visiting = true;
    recordVisits(journal, { ...arrived, newTab }, signal);
  };
  const open = async () => {
    unanswered = false;
    const answer = await ports.ready(name);
    if (signal.aborted) return;
    unanswered = answer === undefined;
    if (unanswered) return;
    if (!answer) {
      journal.open(null);
      return end();
    }
    opened = true;
    visit(answer.opened);
    journal.open({ of: answer.recording, url: answer.url });
  };
  // Who leaves before there is an answer has been here all the same.
  const onHide = () => {
    if (opened) return;
    visit(false);
    journal.leave();
  };
  addEventListener("pagehide", onHide, { signal });
  // A page that comes back from the browser's cache has missed what was said meanwhile.
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && void open();
  addEventListener("pageshow", onShow, { signal });
  void whenShown(signal).then(open);
}

function arrival(): Arrival {
  const found = document.readyState !== "loading";
  return { found, began: found ? Date.now() : Math.ceil(Date.now() - performance.now()) + 1 };
}

/** A page that is only prerendered is not yet visited. */
async function whenShown(signal: AbortSignal): Promise<void> {
  if (!(document as { prerendering?: boolean }).prerendering) return;
  await new Promise((resolve) =>
    document.addEventListener("prerenderingchange", resolve, { once: true, signal }),
  );
}
