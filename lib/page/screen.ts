import type { Standing } from "../tour/standing.ts";
import type { Commands, View } from "../tour/view.ts";
import { createFocusKeeper } from "./focus.ts";
import type { CreateGuideView } from "./guide-view.ts";
import { keepOwnEvents, onPageEscape } from "./keys.ts";
import { mount } from "./mount.ts";
import type { PageObserver } from "./observe.ts";
import { type Parts, place, unplace, unpoint } from "./place.ts";
import { stand } from "./stand.ts";
import type { Target } from "./target.ts";

export interface ScreenOptions {
  css: string;
  /** See `MountOptions`. */
  open: boolean;
  page: PageObserver;
  createView: CreateGuideView;
  commands: Commands;
  /** The first step takes the focus: the person asked for the guide, or it blocks the page. */
  takesFocus: boolean;
  /** It is beside what the person does: a key in the page is not meant for it. */
  quiet: boolean;
  /** It waits for the person before it shows more than its place. */
  onDemand: boolean;
  /** Escape in the card. */
  onEscape(): void;
  onError(error: unknown): void;
}

/** Everything of a guide that is on screen: the card, where it stands, its focus and its voice. */
export interface Screen {
  /** Without a target the card stands by itself. */
  draw(view: View | null, target: Target | undefined, standing: Standing): void;
  /** A step is there: says so once, gives it the focus if that is due, and calls back when it was painted. */
  present(onPainted: () => void): void;
}

export function createScreen(options: ScreenOptions, signal: AbortSignal): Screen {
  const { css, open, page, commands, onError } = options;
  let current: View | null = null;
  let parts: Parts | undefined;
  let target: Target | undefined;
  let placing = new AbortController();
  /** What was said of the present step. */
  const said = new Set<unknown>();
  let announced = 0;
  let focusDue = options.takesFocus;
  /** What had the focus in a card that is gone; between two steps there may be no card for a while. */
  let owed: Element | undefined;
  let emptying = 0;
  let hasVoice = false;

  const onReturn = () => parts?.card && showModal(parts.card);
  const onGone = (why: string) => onError(new Error(why));
  const { root, show } = mount({ css, open, page, onReturn, onGone }, signal);
  const container = document.createElement("div");
  root.append(container);
  // What waits for the person has its voice in the page before there is something to say.
  if (options.onDemand) show();
  const view = options.createView(container, commands);
  const focus = createFocusKeeper(root);
  keepOwnEvents(container, options.onEscape, signal);
  if (!options.quiet) onPageEscape(() => current && commands.dismiss(), signal);
  signal.addEventListener("abort", focus.giveBack, { once: true });

  const safely = (task: () => void) => {
    try {
      if (!signal.aborted) task();
    } catch (error) {
      onError(error);
    }
  };

  /** The same button of the next card, or the card itself, gets the focus that went with the last one. */
  const payBack = ({ card, beacon }: Parts) => {
    const same = `[data-command="${owed?.getAttribute("data-command")}"]`;
    owed = undefined;
    const next = card?.querySelector<HTMLElement>(same) ?? card ?? beacon;
    if (next && focus.isFree()) focus.take(next);
  };
  const follow = (next: Target | undefined, standing: Standing) => {
    placing.abort();
    placing = new AbortController();
    target = next;
    if (!parts) return;
    const until = AbortSignal.any([signal, placing.signal]);
    if (target) return place(target, parts, standing, safely, until);
    unpoint(parts);
    // What is looked for again is mostly back at once: the card stays, so that it does not flicker.
    if (parts.block && !current?.seeking) unplace(parts.block);
    if (parts.block && current?.mode !== "waiting" && standing.window) {
      const { window, offset = current?.kind === "banner" ? 8 : 16 } = standing;
      stand(parts.block, window, offset, until);
    }
  };

  /** The frame after the next one begins when this one is on the screen. */
  const afterPaint = (task: () => void) => {
    requestAnimationFrame(() => requestAnimationFrame(() => safely(task)));
  };
  /** Each step once, and once each obstacle in its way. */
  const speak = () => {
    const shown = current;
    if (!shown) return;
    // A warning is said whenever somebody is about to do it.
    if (shown.visit !== announced || shown.kind === "confirmation") said.clear();
    announced = shown.visit;
    // Who opens what was told of is led to it by the focus.
    const mode = shown.mode === "folded" ? "step" : shown.mode;
    const news = shown.note?.type ?? mode;
    if (said.has(news) || (news === "step" && said.has("asking"))) return;
    view.announce(shown, said.size > 0);
    said.add(news);
  };

  /** A voice that comes into the page with its words is not heard everywhere. */
  const say = () => {
    if (hasVoice) return speak();
    afterPaint(() => {
      hasVoice = true;
      speak();
    });
  };

  const redraw: Screen["draw"] = (next, nextTarget, standing) => {
    const held = root.activeElement;
    const moved =
      current?.visit !== next?.visit ||
      current?.mode !== next?.mode ||
      current?.seeking !== next?.seeking ||
      target !== nextTarget;
    // Who opens it wants to read it.
    if (current?.mode === "folded" && next?.mode === "step") focusDue = true;
    current = next;
    if (!next && parts) unpoint(parts);
    parts = view.render(next);
    if (parts) show();
    if (held && !held.isConnected) owed = held;
    if (parts && focusDue) focus.remember();
    if (parts?.card) showModal(parts.card);
    if (moved) follow(nextTarget, standing);
    if (current?.mode === "waiting" || (current?.note && current.visit === announced)) {
      say();
    }
    if (parts && owed) payBack(parts);
  };
  return {
    draw(next, nextTarget, standing) {
      cancelAnimationFrame(emptying);
      if (next || !current) return redraw(next, nextTarget, standing);
      // The next step is mostly there within the frame: then its text takes the place of the last one's.
      emptying = requestAnimationFrame(() => safely(() => redraw(next, nextTarget, standing)));
    },
    present(onPainted) {
      const first = parts?.card ?? parts?.beacon;
      if (focusDue && first) focus.take(first);
      focusDue = false;
      say();
      afterPaint(onPainted);
    },
  };
}

/** Shows a blocking card, also again after it was moved in the page, which closes it. */
function showModal(card: HTMLElement): void {
  if (!(card instanceof HTMLDialogElement) || card.matches(":modal")) return;
  if (card.open) card.close();
  card.showModal();
}
