import { directionOf } from "../../lib/model/direction.ts";
import type { Labels } from "../../lib/tour/labels.ts";
import type { Commands, View } from "../../lib/tour/view.ts";
import { Actions } from "./actions.tsx";
import { asideOf } from "./aside.ts";
import { Ask } from "./ask.tsx";
import { Items, ListFooter } from "./checklist.tsx";
import { Footer, NoMore } from "./footer.tsx";
import type { Pictures } from "./picture.tsx";
import { QuestionForm } from "./question-form.tsx";
import { RichTextView } from "./rich-text.tsx";

interface CardProps {
  view: View;
  labels: Labels;
  commands: Commands;
  pictures: Pictures;
}

const ROLES: Partial<Record<View["kind"], "region" | "note">> = {
  banner: "region",
  hint: "note",
  confirmation: "note",
};
/** They are there for as long as the person is at their target, which a click must not change. */
const BESIDE: ReadonlySet<View["kind"]> = new Set(["hint", "confirmation"]);

/** One step. A modal is a real dialog, which makes the page behind it inert; the others leave the page usable. */
export function Card({ view, labels, commands, pictures }: CardProps) {
  const modal = view.kind === "modal";
  const Shell = (modal ? "dialog" : "div") as "div";
  const waiting = view.mode === "waiting";
  const asking = view.mode === "asking";
  const warns = view.kind === "confirmation";
  const lists = view.kind === "checklist";
  const Lead = asking
    ? Ask
    : warns
      ? NoMore
      : lists
        ? ListFooter
        : view.question
          ? QuestionForm
          : Footer;
  const aside = asideOf(view, labels);
  return (
    <Shell
      class="card"
      data-kind={view.kind}
      data-mode={view.mode}
      role={ROLES[view.kind] ?? "dialog"}
      aria-modal={modal ? "true" : undefined}
      aria-labelledby="title"
      aria-describedby="body"
      tabIndex={-1}
      autofocus={modal}
      lang={view.lang}
      dir={directionOf(view.lang)}
      onMouseDown={(event) => {
        if (BESIDE.has(view.kind)) event.preventDefault();
      }}
      onCancel={(event) => {
        event.preventDefault();
        commands.dismiss();
      }}
    >
      <div class="arrow" />
      <div class="head">
        <h2 id="title">{view.title}</h2>
        <button
          type="button"
          class="close"
          lang={labels.lang}
          aria-label={lists ? labels.fold : labels.close}
          onClick={warns || lists ? commands.fold : commands.dismiss}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={lists ? "m3 6 5 5 5-5" : "m4 4 8 8m0-8-8 8"} />
          </svg>
        </button>
      </div>
      <div key={view.visit} class="body" id="body">
        {waiting ? (
          <p lang={labels.lang}>{aside}</p>
        ) : (
          <RichTextView text={view.body} labels={labels} pictures={pictures} />
        )}
        {lists && <Items {...{ view, labels, commands, pictures }} />}
        {!waiting && <Actions actions={view.actions} labels={labels} commands={commands} />}
      </div>
      {!waiting && view.note && (
        <p class="hint" lang={labels.lang}>
          {aside}
        </p>
      )}
      {!waiting && <Lead view={view} labels={labels} commands={commands} />}
    </Shell>
  );
}
