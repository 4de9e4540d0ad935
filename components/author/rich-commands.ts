import {
  baseKeymap,
  chainCommands,
  setBlockType,
  splitBlock,
  toggleMark,
} from "prosemirror-commands";
import { keymap } from "prosemirror-keymap";
import type { MarkType } from "prosemirror-model";
import { type Command, type EditorState, NodeSelection, type Plugin } from "prosemirror-state";
import { isSafeUrl } from "../../lib/model/safe-url.ts";
import type { Variable } from "../../lib/model/template.ts";
import { richSchema } from "./rich-schema.ts";

const { nodes, marks } = richSchema;

export type Style = "strong" | "emphasis" | "code";
export type BlockStyle = "paragraph" | "heading" | "bullets" | "numbers";

/** What stands at the selection, for the toolbar. */
export interface Standing {
  styles: Readonly<Record<Style, boolean>>;
  block: BlockStyle;
  /** Address of the link there. */
  link: string | null;
  image: { asset: string; alt: string; decorative: boolean } | null;
}

export function standingOf(state: EditorState): Standing {
  const { selection } = state;
  const image =
    selection instanceof NodeSelection && selection.node.type === nodes.image
      ? (selection.node.attrs as NonNullable<Standing["image"]>)
      : null;
  const parent = selection.$from.parent;
  const lines = parent.attrs.ordered ? "numbers" : "bullets";
  const block = parent.type === nodes.heading ? "heading" : "paragraph";
  return {
    styles: {
      strong: has(state, marks.strong),
      emphasis: has(state, marks.emphasis),
      code: has(state, marks.code),
    },
    block: parent.type === nodes.item ? lines : block,
    link: linkAt(state),
    image,
  };
}

function has({ doc, selection, storedMarks }: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = selection;
  if (empty) return type.isInSet(storedMarks ?? $from.marks()) !== undefined;
  return doc.rangeHasMark(from, to, type);
}

function linkAt({ doc, selection }: EditorState): string | null {
  const { $from, from, to, empty } = selection;
  let found = marks.link.isInSet($from.marks())?.attrs.href ?? null;
  if (!empty) {
    doc.nodesBetween(from, to, (node) => {
      found ??= marks.link.isInSet(node.marks)?.attrs.href ?? null;
    });
  }
  return found;
}

export const toggleStyle = (style: Style): Command => toggleMark(marks[style]);

export function setBlock(block: BlockStyle): Command {
  if (block === "bullets" || block === "numbers") {
    return setBlockType(nodes.item, { ordered: block === "numbers" });
  }
  return setBlockType(nodes[block]);
}

/** Makes the selection a link, or writes the address itself where nothing is selected. Null takes the link away. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const tr = state.tr;
    if (href === null) {
      const range = empty ? linkRange(state) : { from, to };
      dispatch?.(tr.removeMark(range.from, range.to, marks.link));
      return true;
    }
    if (!isSafeUrl(href)) return false;
    const mark = marks.link.create({ href });
    const range = empty ? linkRange(state) : { from, to };
    if (range.from === range.to) tr.replaceSelectionWith(richSchema.text(href, [mark]), false);
    else tr.removeMark(range.from, range.to, marks.link).addMark(range.from, range.to, mark);
    dispatch?.(tr);
    return true;
  };
}

/** Where the link at the cursor begins and ends; the cursor itself where none is. */
function linkRange({ selection: { $from } }: EditorState): { from: number; to: number } {
  const mark = marks.link.isInSet($from.marks());
  const range = { from: $from.pos, to: $from.pos };
  if (!mark) return range;
  $from.parent.forEach((node, offset) => {
    const start = $from.start() + offset;
    if (!mark.isInSet(node.marks)) return;
    if (start <= range.to && start + node.nodeSize >= range.from) {
      range.from = Math.min(range.from, start);
      range.to = Math.max(range.to, start + node.nodeSize);
    }
  });
  return range;
}

export function insertVariable(variable: Variable): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.variable.create(variable)));
    return true;
  };
}

export function insertImage(image: { asset: string; alt: string }): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.image.create(image)));
    return true;
  };
}

/** Changes the picture that is selected, or its words. */
export function describeImage(change: {
  asset?: string;
  alt: string;
  decorative: boolean;
}): Command {
  return (state, dispatch) => {
    const { selection, tr } = state;
    if (!(selection instanceof NodeSelection) || selection.node.type !== nodes.image) return false;
    tr.setNodeMarkup(selection.from, null, { ...selection.node.attrs, ...change });
    dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, selection.from)));
    return true;
  };
}

/** Enter in an empty line of a list ends the list; Backspace at its beginning makes it plain. */
const leaveList: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type !== nodes.item || $from.parentOffset > 0) return false;
  return setBlockType(nodes.paragraph)(state, dispatch);
};
const leaveEmptyItem: Command = (state, dispatch) =>
  state.selection.$from.parent.content.size === 0 && leaveList(state, dispatch);

/** A line of a list goes on as one; after a heading comes a paragraph. */
const splitLine: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type !== nodes.item) return splitBlock(state, dispatch);
  const { type, attrs } = $from.parent;
  dispatch?.(state.tr.split($from.pos, 1, [{ type, attrs }]).scrollIntoView());
  return true;
};

export const richKeys: Plugin[] = [
  keymap({
    "Mod-b": toggleStyle("strong"),
    "Mod-i": toggleStyle("emphasis"),
    "Mod-e": toggleStyle("code"),
    Enter: chainCommands(leaveEmptyItem, splitLine),
    Backspace: leaveList,
  }),
  keymap(baseKeymap),
];
