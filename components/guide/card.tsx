import type { Commands, View } from "../../lib/tour/view.ts";
import { asideOf } from "./aside.ts";
import { Ask } from "./ask.tsx";
import { directionOf } from "./direction.ts";
import { ExternalLink } from "./external-link.tsx";
import { Footer } from "./footer.tsx";
import type { Labels } from "./labels.ts";
import type { Pictures } from "./picture.tsx";
import { QuestionForm } from "./question-form.tsx";
import { RichTextView } from "./rich-text.tsx";

interface CardProps {
  view: View;
  labels: Labels;
  commands: Commands;
  pictures: Pictures;
}

const ROLES: Partial<Record<View["kind"], "region" | "note">> = { banner: "region", hint: "note" };

/** One step. A modal is a real dialog, which makes the page behind it inert; the others leave the page usable. */
export function Card({ view, labels, commands, pictures }: CardProps) {
  const modal = view.kind === "modal";
  const Shell = (modal ? "dialog" : "div") as "div";
  const waiting = view.mode === "waiting";
  const asking = view.mode === "asking";
  const Lead = asking ? Ask : view.question ? QuestionForm : Footer;
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
        // A hint is there for as long as its field has the focus, which a click would take away.
        if (view.kind === "hint") event.preventDefault();
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
          aria-label={labels.close}
          onClick={commands.dismiss}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" />
          </svg>
        </button>
      </div>
      <div class="body" id="body">
        {waiting ? (
          <p lang={labels.lang}>{aside}</p>
        ) : (
          <RichTextView text={view.body} labels={labels} pictures={pictures} />
        )}
        {!waiting && view.actions.length > 0 && (
          <p class="actions">
            {view.actions.map(({ label, href }) => (
              <ExternalLink key={href} class="action" href={href} labels={labels}>
                {label}
              </ExternalLink>
            ))}
          </p>
        )}
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
