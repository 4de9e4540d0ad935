import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { directionOf } from "../../lib/model/direction.ts";
import type { RichText } from "../../lib/model/rich-text.ts";
import type { EditorPictures } from "./ports.ts";
import type { Standing } from "./rich-commands.ts";
import { RichToolbar } from "./rich-toolbar.tsx";
import { createRichView, type RichView } from "./rich-view.ts";

export interface RichEditorProps {
  label: string;
  /** Of the text, for spelling and direction. */
  language: string;
  value: RichText;
  onChange: (value: RichText) => void;
  onUndo: (direction: "undo" | "redo") => void;
  /** Gets what divides the text at the cursor, as long as the editor is there. */
  cutter: { current: RichView["cut"] | null };
  onSplit: () => void;
  pictures: EditorPictures;
}

/** A text of a guide, typed and pasted as in any editor. For another text give it another key. */
export function RichEditor(props: RichEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<RichView | null>(null);
  const latest = useRef(props);
  latest.current = props;
  /** What is in the editor, as it said itself. */
  const told = useRef(props.value);
  const [standing, setStanding] = useState<Standing | null>(null);

  useEffect(() => {
    if (!place.current) return;
    const { label, language, value } = latest.current;
    const made = createRichView(place.current, {
      text: value,
      attributes: {
        class: "rich-input rich",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        lang: language,
        dir: directionOf(language),
        spellcheck: "true",
      },
      picture: (asset) => latest.current.pictures.address(asset),
      onChange: (text) => {
        told.current = text;
        latest.current.onChange(text);
      },
      onStanding: setStanding,
      onUndo: (direction) => latest.current.onUndo(direction),
      onSplit: () => latest.current.onSplit(),
    });
    const { cutter } = latest.current;
    view.current = made;
    cutter.current = made.cut;
    return () => {
      cutter.current = null;
      made.destroy();
    };
  }, []);

  // At once: an effect that waits for the frame would compare what is typed by then with what was there before.
  useLayoutEffect(() => {
    if (props.value === told.current) return;
    told.current = props.value;
    view.current?.show(props.value);
  }, [props.value]);

  return (
    <div class="rich-editor">
      {standing && (
        <RichToolbar
          standing={standing}
          run={(command) => view.current?.run(command) ?? false}
          pictures={props.pictures}
        />
      )}
      <div ref={place} />
    </div>
  );
}
