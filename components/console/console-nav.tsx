import { useId, useState } from "preact/hooks";
import { useI18n } from "../ui/i18n.tsx";
import { Icon } from "../ui/icon.tsx";
import { NO_QUERY, writeAddress } from "./address.ts";
import { NAVIGATION, type Section } from "./sections.ts";

/** The sections as links, in groups: a column where there is room for it, else behind a button that names where one is. */
export function ConsoleNav(props: {
  current: Section;
  /** How much waits for somebody there. */
  waiting: Partial<Record<Section, number>>;
}) {
  const { t, number } = useI18n();
  const { current, waiting } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <nav class="nav" aria-label={t("console.sections")}>
      <button
        type="button"
        class="nav-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span>{t(`console.section.${current}`)}</span>
        <Icon name={open ? "up" : "down"} />
      </button>
      <div id={id} class={open ? "nav-groups nav-open" : "nav-groups"}>
        {NAVIGATION.map(({ group, sections }) => (
          <div key={group} class="nav-group">
            {group && (
              <p class="nav-name" id={`${id}-${group}`}>
                {t(`console.group.${group}`)}
              </p>
            )}
            <ul aria-labelledby={group ? `${id}-${group}` : undefined}>
              {sections.map((section) => (
                <li key={section}>
                  <a
                    class="nav-link"
                    href={writeAddress({ section, id: null, query: NO_QUERY })}
                    aria-current={section === current ? "page" : undefined}
                    onClick={() => setOpen(false)}
                  >
                    {t(`console.section.${section}`)}
                    {(waiting[section] ?? 0) > 0 && (
                      <span class="nav-count">
                        <span class="visually-hidden">, </span>
                        {number(waiting[section] ?? 0)}
                      </span>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
