/** @jsxImportSource ./jsx */
import type { PlayOrder } from "../../lib/message/protocol.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { Commands, View } from "../../lib/tour/view.ts";
import { accentOf } from "./accent.ts";
import { Card } from "./card.tsx";
import { draw } from "./jsx/draw.ts";
import { labelsFor } from "./labels.ts";

/** What stands on the screen and can be placed. */
interface Drawn {
  card: HTMLElement;
  arrow: HTMLElement;
  ring: HTMLElement;
}

export interface GuideView {
  /** Draws at once; undefined while there is nothing to show. */
  render(view: View | null): Drawn | undefined;
  /** Says once to screen readers what is on screen. */
  announce(view: View): void;
}

/** How an ordered guide looks: in its workspace's colours, in the person's language. */
export function guideView({ guide, locales }: Pick<PlayOrder, "guide" | "locales">) {
  return (container: HTMLElement, commands: Commands): GuideView =>
    createGuideView(guide.theme, locales, container, commands);
}

/** Draws the cards of one guide into a container of its own. */
function createGuideView(
  theme: Guide["theme"],
  locales: readonly string[],
  container: HTMLElement,
  commands: Commands,
): GuideView {
  const labels = labelsFor(locales);
  const ring = element("div", "ring");
  const cards = element("div", "cards");
  const voice = element("div", "unseen");
  voice.setAttribute("role", "status");
  container.append(ring, cards, voice);
  applyTheme(container, theme);
  const overflow = new ResizeObserver(([entry]) => entry && makeReachable(entry.target));

  return {
    render(view) {
      ring.dataset.kind = view?.kind;
      ring.dataset.awaits = view?.awaits;
      draw(cards, view && <Card view={view} labels={labels} commands={commands} />);
      const [card, arrow, body] = [".card", ".arrow", ".body"].map((part) =>
        cards.querySelector<HTMLElement>(part),
      );
      overflow.disconnect();
      if (!card || !arrow || !body) return undefined;
      overflow.observe(body);
      return { card, arrow, ring };
    },
    announce(view) {
      const place = view.of > 1 ? `${labels.step(view.at, view.of)}. ` : "";
      voice.textContent = `${place}${view.title}`;
    },
  };
}

/** A text that is too long for the window can be scrolled with the keyboard. */
function makeReachable(body: Element): void {
  if (body.scrollHeight > body.clientHeight + 1) body.setAttribute("tabindex", "0");
  else body.removeAttribute("tabindex");
}

function applyTheme({ style }: HTMLElement, theme: Guide["theme"]): void {
  if (theme?.radius !== undefined) style.setProperty("--radius", `${theme.radius}px`);
  if (!theme?.accent) return;
  const { fill, on, inkLight, inkDark } = accentOf(theme.accent);
  style.setProperty("--fill", fill);
  style.setProperty("--on-fill", on);
  style.setProperty("--ink-light", inkLight);
  style.setProperty("--ink-dark", inkDark);
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
