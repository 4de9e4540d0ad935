import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";

/** Half of the widest bubble, in px, so that it stays inside the window. */
const MARGIN = 112;

/** A mark whose meaning is shown on hover and focus, and is its name for assistive technology. Escape hides it. */
export function Hint({ text, children }: { text: string; children: ComponentChildren }) {
  const at = useSignal<{ left: number; top: number } | null>(null);

  function show(event: { currentTarget: Element }) {
    const box = event.currentTarget.getBoundingClientRect();
    const centre = box.left + box.width / 2;
    const left = Math.min(Math.max(centre, MARGIN), window.innerWidth - MARGIN);
    at.value = { left, top: box.top };
  }
  function hide() {
    at.value = null;
  }

  return (
    <button
      type="button"
      class="hint"
      aria-label={text}
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={(event) => event.key === "Escape" && hide()}
    >
      {children}
      {at.value && (
        <span
          class="hint-bubble"
          aria-hidden="true"
          style={{ left: `${at.value.left}px`, top: `${at.value.top}px` }}
        >
          {text}
        </span>
      )}
    </button>
  );
}
