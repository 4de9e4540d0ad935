import type { Block, Inline, RichText } from "../../lib/model/rich-text.ts";
import type { Labels } from "../../lib/tour/labels.ts";
import { ExternalLink } from "./external-link.tsx";
import { Picture, type Pictures } from "./picture.tsx";

interface RichTextProps {
  text: RichText;
  labels: Pick<Labels, "newTab">;
  pictures: Pictures;
}

/** The allow-listed tree as elements. What it does not know it does not draw. */
export function RichTextView({ text, ...rest }: RichTextProps) {
  return text.map((block, index) => <BlockView key={index} block={block} {...rest} />);
}

function BlockView({ block, labels, pictures }: Omit<RichTextProps, "text"> & { block: Block }) {
  switch (block.type) {
    case "paragraph":
      return <p>{inlines(block.children, labels)}</p>;
    case "heading":
      return <h3>{inlines(block.children, labels)}</h3>;
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>{inlines(item, labels)}</li>
          ))}
        </List>
      );
    }
    case "image":
      return <Picture image={block} pictures={pictures} />;
    default:
      return null;
  }
}

function inlines(children: readonly Inline[], labels: RichTextProps["labels"]) {
  return children.map((child, index) => <InlineView key={index} inline={child} labels={labels} />);
}

function InlineView({ inline, labels }: { inline: Inline; labels: RichTextProps["labels"] }) {
  switch (inline.type) {
    case "text":
      return <>{inline.text}</>;
    case "variable":
      return <>{inline.fallback}</>;
    case "code":
      return <code>{inline.text}</code>;
    case "strong":
      return <strong>{inlines(inline.children, labels)}</strong>;
    case "emphasis":
      return <em>{inlines(inline.children, labels)}</em>;
    case "link":
      return (
        <ExternalLink href={inline.href} labels={labels}>
          {inlines(inline.children, labels)}
        </ExternalLink>
      );
    default:
      return null;
  }
}
