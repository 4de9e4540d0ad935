import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useI18n } from "../ui/i18n.tsx";

const PARTS = ["help", "authors", "own"] as const;
type Part = (typeof PARTS)[number];

/** Ways to the parts of the side panel, which is longer than a window is high. */
export function PanelNav() {
  const { t } = useI18n();
  return (
    <nav class="panel-nav" aria-label={t("panel.parts")}>
      {PARTS.map((part) => (
        <a key={part} href={`#${part}`}>
          {t(`panel.part.${part}`)}
        </a>
      ))}
    </nav>
  );
}

/** Cards that belong together; the way to them puts the focus before the first, also from another page. */
export function PanelPart({ part, children }: { part: Part; children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (location.hash === `#${part}`) place.current?.scrollIntoView();
  }, [part]);
  return (
    <div ref={place} class="panel-part" id={part} tabIndex={-1}>
      {children}
    </div>
  );
}
