import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Around a list whose rows go when something is done with them, and what stands there when all have gone. Where the focus
 * goes with its row, the row that comes into its place gets it, else the last one, else this place itself, so that who
 * works by keyboard goes on from there. To be drawn by whoever draws the rows.
 */
export function KeepFocus({ children }: { children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef<{ element: Element; row: number } | null>(null);
  const rows = () => [...(place.current?.querySelectorAll("li") ?? [])];
  useLayoutEffect(() => {
    const had = last.current;
    if (!had || had.element.isConnected) return;
    last.current = null;
    // Somebody else may have taken it.
    if (document.activeElement !== document.body) return;
    const row = rows().at(Math.min(had.row, rows().length - 1));
    (row?.querySelector<HTMLElement>("button, a, input") ?? place.current)?.focus();
  });
  return (
    <div
      ref={place}
      class="stack"
      tabIndex={-1}
      onFocusIn={({ target }) => {
        if (!(target instanceof Element)) return;
        last.current = { element: target, row: rows().findIndex((row) => row.contains(target)) };
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget !== null) last.current = null;
      }}
    >
      {children}
    </div>
  );
}
