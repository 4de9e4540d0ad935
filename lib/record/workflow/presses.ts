import { FIELDS, roleOf } from "../../anchor/dom/control.ts";
import { boxOf, contains, isConnected, localName } from "../../anchor/dom/safe.ts";
import type { Anchor } from "../../model/anchor.ts";
import type { Gesture } from "../../model/gesture.ts";
import { createTrust } from "../../page/capture/trust.ts";
import { createArrivals } from "./arrivals.ts";
import { meantAt, placeAround, targetOf } from "./meant.ts";
import type { Recorder } from "./recorder.ts";
import type { Taken } from "./take.ts";

/** Less is a click with a shaky hand, px. */
const MIN_DRAG = 8;
/** In ms: what the browser itself makes of a key comes with it. */
const AT_ONCE = 100;

/** Roles of what is chosen by a click. */
const CHOSEN = new Set([
  "option",
  "radio",
  "checkbox",
  "switch",
  "menuitemradio",
  "menuitemcheckbox",
]);

interface Press {
  id: string;
  taken: Taken;
  x: number;
  y: number;
  /** A step was made of it. */
  spent: boolean;
  /** The browser carries it. */
  carries: boolean;
  arrivals: ReturnType<typeof createArrivals>;
}

/** Clicks and drags. Listens only: nothing of the host is changed, delayed or cancelled. */
export function recordPresses(recorder: Recorder, signal: AbortSignal): void {
  const trust = createTrust();
  const options = { capture: true, passive: true, signal };
  let press: Press | undefined;
  let entered = Number.NEGATIVE_INFINITY;

  const add = (gesture: Gesture, taken: Taken) => {
    const mine = press?.taken === taken ? press : undefined;
    recorder.add({ gesture, taken, ...(mine && { id: mine.id }) });
    if (mine) mine.spent = true;
  };
  const takenFor = (target: Element) => {
    const meant = meantAt(target);
    if (!press || press.spent) return recorder.take(meant);
    const { element } = press.taken;
    const isSame = contains(element, target) || contains(meant, element);
    return isSame ? press.taken : recorder.take(meant);
  };
  const forget = () => {
    press?.arrivals.end();
    press = undefined;
  };

  const onDown = (event: PointerEvent) => {
    forget();
    recorder.begins("press");
    const target = event.isTrusted && event.isPrimary ? targetOf(event) : undefined;
    if (!target || isOnScrollbar(event, target)) return;
    const taken = recorder.take(meantAt(target));
    const arrivals = createArrivals();
    const { clientX: x, clientY: y } = event;
    press = {
      id: recorder.look(taken.element),
      taken,
      x,
      y,
      spent: false,
      carries: false,
      arrivals,
    };
    void taken.rarity();
  };
  const dropAt = (event: MouseEvent, from: Press): Anchor | undefined => {
    const place = from.arrivals.under(event.clientX, event.clientY, from.taken.element);
    return place && recorder.take(placeAround(place)).anchor;
  };
  const onUp = (event: PointerEvent) => {
    const from = press;
    if (!from || !event.isTrusted || !event.isPrimary) return;
    const far = Math.hypot(event.clientX - from.x, event.clientY - from.y) >= MIN_DRAG;
    if (!far) {
      // What goes with the press itself, as entries of some menus do, is never clicked.
      if (!isConnected(from.taken.element)) add(gestureOf(event, from.taken, 1), from.taken);
      return from.arrivals.end();
    }
    // The click that comes with it is none either.
    from.spent = true;
    if (isDrag(from.taken.element)) {
      const to = dropAt(event, from);
      add({ type: "drag", ...(to && { to }) }, from.taken);
    }
    from.arrivals.end();
  };
  const onDrop = (event: DragEvent) => {
    if (!event.isTrusted || !press || press.spent) return;
    const to = event.type === "drop" ? dropAt(event, press) : undefined;
    if (to || event.dataTransfer?.dropEffect !== "none") {
      add({ type: "drag", ...(to && { to }) }, press.taken);
    }
    forget();
  };
  const onClick = (event: MouseEvent) => {
    if (event.type === "click") trust.sawClick(event);
    if (!trust.trusts(event)) return;
    const { detail, button, timeStamp } = event;
    // The browser presses a form's button itself when Enter was pressed in a field.
    if (detail === 0 && timeStamp - entered < AT_ONCE) return;
    if (press?.spent && detail > 0) return forget();
    const target = targetOf(event);
    if (!target || (event.type === "auxclick" && button !== 1)) return;
    const taken = takenFor(target);
    add(gestureOf(event, taken, detail), taken);
  };

  addEventListener("pointerdown", onDown, options);
  addEventListener("pointerup", onUp, options);
  addEventListener("click", onClick, options);
  addEventListener("auxclick", onClick, options);
  addEventListener("contextmenu", onClick, options);
  // A browser's own drag cancels the pointer after it has begun.
  addEventListener(
    "dragstart",
    () => {
      if (press) press.carries = true;
    },
    options,
  );
  const onCancel = () => {
    if (!press?.carries) forget();
  };
  addEventListener("pointercancel", onCancel, options);
  addEventListener("drop", onDrop, options);
  addEventListener("dragend", onDrop, options);
  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter" && recorder.tookKey(event)) entered = event.timeStamp;
    },
    options,
  );
  signal.addEventListener("abort", forget, { once: true });
}

function gestureOf(event: MouseEvent, { element, anchor }: Taken, count: number): Gesture {
  const isChoice = CHOSEN.has(roleOf(element) ?? "") && !FIELDS.has(localName(element));
  if (!isChoice || event.button !== 0) return clickOf(event, count);
  const option = anchor.samples[0]?.fingerprint.name;
  return { type: "choose", ...(option && { option }) };
}

function clickOf(event: MouseEvent, count: number): Gesture {
  const button = event.type === "contextmenu" ? "right" : event.button === 1 ? "middle" : undefined;
  return {
    type: "click",
    ...(button && { button }),
    ...(count > 1 && { count: Math.min(count, 3) }),
  };
}

/** In fields a drag selects or slides, and elsewhere it may have selected text. */
function isDrag(element: Element): boolean {
  if (FIELDS.has(localName(element))) return false;
  const selection = getSelection();
  const selected = selection?.isCollapsed === false ? selection.anchorNode : null;
  return selected === null || !contains(element, selected);
}

function isOnScrollbar({ clientX, clientY }: PointerEvent, target: Element): boolean {
  const root = target === document.documentElement;
  const { left, top } = root ? { left: 0, top: 0 } : boxOf(target);
  const { clientLeft, clientTop, clientWidth, clientHeight } = target;
  if (clientWidth === 0 || clientHeight === 0) return false;
  const right = left + clientLeft + clientWidth;
  const bottom = top + clientTop + clientHeight;
  const scrolls = target.scrollHeight > clientHeight || target.scrollWidth > clientWidth;
  return scrolls && (clientX >= right || clientY >= bottom);
}
