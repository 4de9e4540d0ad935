import { type ComponentChildren, Fragment } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useI18n } from "../ui/i18n.tsx";
import { Icon } from "../ui/icon.tsx";
import type { EditorState } from "./editor-state.ts";

export interface OrderedListProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T, index: number) => string | number;
  nameOf: (item: T, index: number) => string;
  /** The items in another order, or without one. */
  onChange: (items: T[]) => void;
  /** Fewer of them may not be left. */
  least?: number;
  state: EditorState;
  children: (item: T, index: number) => ComponentChildren;
}

/**
 * Parts of a step whose order matters: moved by dragging their handle or by its arrow keys, and taken away. What was
 * taken away can be brought back from here until something else is changed.
 */
export function OrderedList<T>(props: OrderedListProps<T>) {
  const { t } = useI18n();
  const { items, state } = props;
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState("");
  const [over, setOver] = useState<number | null>(null);
  const [removed, setRemoved] = useState<{ name: string; left: unknown } | null>(null);
  const dragged = useRef<number | null>(null);
  const wanted = useRef<number | null>(null);

  // What was moved by its handle is drawn elsewhere: the focus follows it.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const grips = list.current?.querySelectorAll<HTMLElement>(":scope > li > .step-grip");
    grips?.[wanted.current]?.focus();
    wanted.current = null;
  });

  function move(from: number, to: number) {
    const item = items[from];
    if (item === undefined || from === to || to < 0 || to >= items.length) return;
    wanted.current = to;
    props.onChange(items.toSpliced(from, 1).toSpliced(to, 0, item));
    const name = props.nameOf(item, from);
    setSaid(t("ordered.moved", { name, at: to + 1, of: items.length }));
  }

  function remove(item: T, index: number) {
    const name = props.nameOf(item, index);
    if (items.length > 1) wanted.current = Math.min(index, items.length - 2);
    props.onChange(items.toSpliced(index, 1));
    setSaid("");
    setRemoved({ name, left: state.guide.peek() });
  }

  return (
    <Fragment>
      <ol class="ordered" aria-label={props.label} ref={list}>
        {items.map((item, index) => {
          const name = props.nameOf(item, index);
          return (
            <li
              key={props.keyOf(item, index)}
              class={over === index ? "ordered-item step-over" : "ordered-item"}
              onDragOver={(event) => {
                if (dragged.current === null) return;
                event.preventDefault();
                setOver(index);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged.current !== null) move(dragged.current, index);
                setOver(null);
              }}
            >
              <button
                type="button"
                class="step-grip"
                draggable
                aria-label={t("ordered.move", { name })}
                title={t("ordered.keys")}
                onDragStart={(event) => {
                  event.dataTransfer?.setData("text/plain", name);
                  dragged.current = index;
                }}
                onDragEnd={() => {
                  dragged.current = null;
                  setOver(null);
                }}
                onKeyDown={(event) => {
                  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                  if (by === undefined) return;
                  event.preventDefault();
                  move(index, index + by);
                }}
              >
                <Icon name="grip" />
              </button>
              <div class="ordered-body">{props.children(item, index)}</div>
              <button
                type="button"
                class="button button-quiet button-icon"
                aria-label={t("ordered.remove", { name })}
                title={t("ordered.remove", { name })}
                disabled={items.length <= (props.least ?? 0)}
                onClick={() => remove(item, index)}
              >
                <Icon name="trash" />
              </button>
            </li>
          );
        })}
      </ol>
      <div class="ordered-said" role="status">
        <span class="visually-hidden">{said}</span>
        {removed && removed.left === state.guide.value && (
          <>
            <span class="muted small">{t("ordered.removed", { name: removed.name })}</span>
            <button type="button" class="button button-quiet" onClick={state.undo}>
              <Icon name="undo" />
              {t("editor.undo")}
            </button>
          </>
        )}
      </div>
    </Fragment>
  );
}
