import type { Anchor } from "../../model/anchor.ts";
import type { PageAnswer } from "./closer-look.ts";
import { lineage } from "./safe.ts";

/** So often a list is scrolled on before it is given up. */
const STEPS = 10;
/** So much of what is seen stays in sight from one step to the next, as a share of the list's height. */
const KEPT = 0.2;
/** So many frames a list may take to draw other rows. */
const FRAMES = 15;

type Search = (anchor: Anchor, signal: AbortSignal) => Promise<PageAnswer>;

/**
 * Looks for a row that a list draws only where it is scrolled to. Scrolls the host's list, so it is for steps that a person
 * asked for, after `searchPage` said that the row is absent, and never for guides that started by themselves. What was
 * not found leaves the list where it was. Rejects only with the signal's reason.
 */
export async function searchByScrolling(
  anchor: Anchor,
  search: Search,
  signal: AbortSignal,
): Promise<PageAnswer> {
  const absent = (reason: string): PageAnswer => ({
    outcome: "absent",
    score: 0,
    margin: 0,
    reason,
  });
  if (anchor.row !== "this") return absent("no row of its own is meant");
  const others = await search({ ...anchor, row: "chosen" }, signal);
  const list = scrollerOf(others);
  if (!list) return absent("its list is not in the page");

  const began = list.scrollTop;
  const scroll = (top: number) => list.scrollTo({ top, behavior: "instant" });
  let kept = false;
  try {
    for (const top of stops(list)) {
      const drawn = rowsDrawn(list, signal);
      scroll(top);
      // A list that draws nothing new has all its rows in the page.
      if (!(await drawn)) break;
      const answer = await search(anchor, signal);
      kept = answer.outcome !== "absent";
      if (kept) return answer;
    }
  } finally {
    if (!kept) scroll(began);
  }
  return absent("its row is not in its list");
}

/** What scrolls the rows that do the same. */
function scrollerOf(answer: PageAnswer): Element | undefined {
  const row = "element" in answer ? answer.element : "elements" in answer && answer.elements[0];
  if (!row) return undefined;
  for (const around of lineage(row)) {
    if (around.scrollHeight <= around.clientHeight + 1) continue;
    if (around === document.scrollingElement) return around;
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return undefined;
}

/** Down to the end, then from the top to where it began. */
function stops({ scrollTop, scrollHeight, clientHeight }: Element): number[] {
  const step = clientHeight * (1 - KEPT);
  const end = scrollHeight - clientHeight;
  const tops: number[] = [];
  for (let top = scrollTop + step; top < end + step && top > scrollTop; top += step) {
    tops.push(Math.min(top, end));
    if (top >= end) break;
  }
  for (let top = 0; top < scrollTop; top += step) tops.push(top);
  return tops.filter((top) => top !== scrollTop).slice(0, STEPS);
}

/** Whether something in the list is drawn anew within some frames; resolves a frame after it was. */
function rowsDrawn(list: Element, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let drawn = false;
    let left = FRAMES;
    let frame = 0;
    const changes = new MutationObserver(() => {
      drawn = true;
    });
    const end = () => {
      cancelAnimationFrame(frame);
      changes.disconnect();
      signal.removeEventListener("abort", stop);
    };
    const stop = () => {
      end();
      reject(signal.reason);
    };
    const wait = () => {
      frame = requestAnimationFrame(() => {
        if (drawn || left-- === 0) {
          end();
          resolve(drawn);
        } else wait();
      });
    };
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop);
    changes.observe(list, { childList: true, subtree: true, characterData: true });
    wait();
  });
}
