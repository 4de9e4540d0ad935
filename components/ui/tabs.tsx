import type { ComponentChildren } from "preact";
import { useEffect, useId } from "preact/hooks";

export interface Tab<V extends string> {
  value: V;
  label: string;
}

/** Tabs with the keys of the ARIA pattern: arrows, Home and End move and choose. */
export function Tabs<V extends string>(props: {
  label: string;
  value: V;
  tabs: readonly Tab<V>[];
  onChange: (value: V) => void;
  /** The chosen tab's panel. */
  children: ComponentChildren;
}) {
  const id = useId();
  const { tabs, value } = props;

  // The row scrolls where it is narrow.
  useEffect(() => {
    document
      .getElementById(`${id}-${value}`)
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [id, value]);

  function move(event: KeyboardEvent, index: number) {
    const target = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = tabs.at(target % tabs.length);
    if (!next) return;
    props.onChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  }

  return (
    <>
      <div class="tabs" role="tablist" aria-label={props.label}>
        {tabs.map((tab, index) => (
          <button
            key={tab.value}
            id={`${id}-${tab.value}`}
            type="button"
            role="tab"
            class="tab"
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => props.onChange(tab.value)}
            onKeyDown={(event) => move(event, index)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {props.children}
      </div>
    </>
  );
}
