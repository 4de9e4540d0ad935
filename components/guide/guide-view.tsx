import { render } from "preact";
import type { PlayOrder } from "../../lib/message/protocol.ts";
import type { Labels } from "../../lib/tour/labels.ts";
import { plainText } from "../../lib/tour/plain-text.ts";
import type { Commands, View } from "../../lib/tour/view.ts";
import { applyTheme } from "./apply-theme.ts";
import { asideOf } from "./aside.ts";
import { Beacon } from "./beacon.tsx";
import { Card } from "./card.tsx";
import { Launcher } from "./checklist.tsx";
import type { Pictures } from "./picture.tsx";
import { say } from "./say.ts";

/** What stands on the screen and can be placed. */
interface Drawn {
  card: HTMLElement | undefined;
  arrow: HTMLElement | undefined;
  ring: HTMLElement;
  beacon: HTMLElement | undefined;
  block: HTMLElement | undefined;
}

const PARTS = [".card", ".arrow", ".body", ".beacon, .launcher", ".dock"];

export interface GuideView {
  /** Draws at once; undefined while there is nothing to show. */
  render(view: View | null): Drawn | undefined;
  /** Says to screen readers what is on screen, or of a step they know only what is new. */
  announce(view: View, known: boolean): void;
}

/** How an ordered guide looks: in its workspace's colours, in the person's language. */
export function guideView(
  order: Pick<PlayOrder, "guide" | "labels" | "accent" | "pictures">,
  address: Pictures["address"],
) {
  return (container: HTMLElement, commands: Commands): GuideView =>
    createGuideView(order, { sizes: order.pictures, address }, container, commands);
}

/** Draws the cards of one guide into a container of its own. */
function createGuideView(
  { guide, labels, accent }: Pick<PlayOrder, "guide" | "labels" | "accent">,
  pictures: Pictures,
  container: HTMLElement,
  commands: Commands,
): GuideView {
  const ring = element("div", "ring");
  const cards = element("div", "cards");
  const voice = element("div", "unseen");
  voice.setAttribute("role", "status");
  container.append(ring, cards, voice);
  applyTheme(container, guide.theme, accent);
  const overflow = new ResizeObserver(([entry]) => entry && makeReachable(entry.target));

  return {
    render(view) {
      // What is said again has to be new there.
      if (!view) voice.textContent = "";
      ring.dataset.kind = view?.kind;
      ring.dataset.awaits = view?.awaits;
      ring.dataset.mode = view?.mode;
      ring.dataset.note = view?.note?.type;
      const all = view && { view, labels, commands, pictures };
      const open = view?.mode !== "folded";
      render(
        <>
          {all?.view.kind === "hotspot" && <Beacon {...all} />}
          {all?.view.kind === "checklist" ? (
            <div class="dock" dir="ltr">
              <Launcher {...all} />
              {open && <Card {...all} />}
            </div>
          ) : (
            all && open && <Card {...all} />
          )}
        </>,
        cards,
      );
      const [card, arrow, body, beacon, dock] = PARTS.map(
        (part) => cards.querySelector<HTMLElement>(part) ?? undefined,
      );
      overflow.disconnect();
      if (body) overflow.observe(body);
      return card || beacon ? { card, arrow, ring, beacon, block: dock ?? card } : undefined;
    },
    announce(view, known) {
      const aside = asideOf(view, labels);
      const news = known && aside ? [aside] : [spoken(view, labels), aside];
      voice.textContent = news.filter(Boolean).join(". ");
    },
  };
}

/** A hint is read to the end, because the focus stays in its field. */
function spoken({ kind, mode, at, of, title, body }: View, labels: Labels): string {
  if (kind === "checklist") return say(labels.checklist, { title, at, of });
  if (mode === "folded") return say(labels.hint, { title });
  if (kind === "hint" || kind === "confirmation") return `${title}. ${plainText(body)}`;
  return of > 1 ? `${say(labels.step, { at, of })}. ${title}` : title;
}

/** A text that is too long for the window can be scrolled with the keyboard. */
function makeReachable(body: Element): void {
  if (body.scrollHeight > body.clientHeight + 1) body.setAttribute("tabindex", "0");
  else body.removeAttribute("tabindex");
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
