import { Fragment } from "preact";
import { markedPieces } from "./library-marks.ts";

/** A text in which the words that were looked for stand out. */
export function MarkedText({ text, terms }: { text: string; terms: ReadonlySet<string> }) {
  return (
    <>
      {markedPieces(text, terms).map((piece, at) => (
        <Fragment key={at}>{piece.marked ? <mark>{piece.text}</mark> : piece.text}</Fragment>
      ))}
    </>
  );
}
