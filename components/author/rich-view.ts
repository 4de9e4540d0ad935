import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { type Command, EditorState } from "prosemirror-state";
import { EditorView, type NodeView } from "prosemirror-view";
import type { RichText } from "../../lib/model/rich-text.ts";
import { richKeys, type Standing, standingOf } from "./rich-commands.ts";
import { docOf, textOf } from "./rich-doc.ts";

export interface RichView {
  run(command: Command): boolean;
  /** Puts in a text that did not come from here, such as by undo. */
  show(text: RichText): void;
  /** The text before the cursor and behind it; a selection is behind. */
  cut(): { head: RichText; tail: RichText };
  focus(): void;
  destroy(): void;
}

export interface RichViewOptions {
  text: RichText;
  attributes: Record<string, string>;
  /** A picture as an address; null where it cannot be had. */
  picture: (asset: string) => Promise<string | null>;
  onChange: (text: RichText) => void;
  onStanding: (standing: Standing) => void;
  /** The browser's own undo, asked for from a menu. */
  onUndo: (direction: "undo" | "redo") => void;
  /** Ctrl+Enter, or Cmd. */
  onSplit: () => void;
}

/** What is typed into `place`. Undo is the whole editor's, so none is kept here. */
export function createRichView(place: HTMLElement, options: RichViewOptions): RichView {
  const split: Command = () => {
    options.onSplit();
    return true;
  };
  const plugins = [keymap({ "Mod-Enter": split }), ...richKeys];
  const stateOf = (text: RichText) => EditorState.create({ doc: docOf(text), plugins });
  const view: EditorView = new EditorView(place, {
    state: stateOf(options.text),
    attributes: options.attributes,
    nodeViews: { image: (node) => pictureView(node, options.picture) },
    handleDOMEvents: {
      beforeinput: (_, event) => {
        const direction = { historyUndo: "undo", historyRedo: "redo" } as const;
        const asked = direction[event.inputType as keyof typeof direction];
        if (!asked) return false;
        event.preventDefault();
        options.onUndo(asked);
        return true;
      },
    },
    dispatchTransaction(transaction) {
      const state = view.state.apply(transaction);
      view.updateState(state);
      if (transaction.docChanged) options.onChange(textOf(state.doc));
      options.onStanding(standingOf(state));
    },
  });
  options.onStanding(standingOf(view.state));
  return {
    run: (command) => {
      const done = command(view.state, view.dispatch);
      view.focus();
      return done;
    },
    show: (text) => {
      view.updateState(stateOf(text));
      options.onStanding(standingOf(view.state));
    },
    cut() {
      const { doc } = view.state;
      const at = cursorOf(view);
      return { head: textOf(doc.cut(0, at)), tail: textOf(doc.cut(at)) };
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** Where the browser shows it: the view learns a moment later that it was moved. */
function cursorOf(view: EditorView): number {
  const shown = view.hasFocus() ? view.dom.ownerDocument.getSelection() : null;
  const range = shown && shown.rangeCount > 0 ? shown.getRangeAt(0) : null;
  if (!range || !view.dom.contains(range.startContainer)) return view.state.selection.from;
  return view.posAtDOM(range.startContainer, range.startOffset);
}

/** A picture in the text. Its words stand there until it has come. */
function pictureView(node: Node, picture: RichViewOptions["picture"]): NodeView {
  const dom = document.createElement("div");
  const image = document.createElement("img");
  const words = document.createElement("span");
  dom.className = "rich-image";
  dom.append(image, words);
  image.hidden = true;
  const describe = ({ attrs }: Node) => {
    image.alt = String(attrs.alt);
    words.textContent = String(attrs.alt);
  };
  describe(node);
  void picture(String(node.attrs.asset)).then((address) => {
    if (address === null) return;
    image.src = address;
    image.hidden = false;
    words.hidden = true;
  });
  return {
    dom,
    update(now) {
      if (now.type !== node.type || now.attrs.asset !== node.attrs.asset) return false;
      describe(now);
      return true;
    },
  };
}
