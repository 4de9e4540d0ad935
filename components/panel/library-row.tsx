import type { HowToEntry } from "../../lib/message/protocol.ts";
import { directionOf } from "../../lib/model/direction.ts";
import { localize, pickLocale } from "../../lib/model/locale.ts";
import { Badge } from "../ui/badge.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { HowToExport } from "./how-to-export.tsx";
import { HowToRating } from "./how-to-rating.tsx";
import { HowToSteps } from "./how-to-steps.tsx";
import type { Found } from "./library-view.ts";
import type { ListedModel } from "./listed-model.ts";
import { MarkedText } from "./marked-text.tsx";

const NO_TERMS: ReadonlySet<string> = new Set();

/** A how-to: its name, how far the person is, and when open all of it. */
export function LibraryRow(props: {
  model: ListedModel;
  entry: HowToEntry;
  /** Why it was found. */
  found?: Found | undefined;
  open: boolean;
  onToggle: () => void;
}) {
  const { t, wanted } = useI18n();
  const { model, entry, found, open } = props;
  const of = entry.steps.length;
  const done = entry.steps.filter((step) => step.done).length;
  const lang = pickLocale(Object.keys(entry.name), wanted);
  const note = (
    <>
      {!open && found?.excerpt && (
        <p class="excerpt">
          <MarkedText text={found.excerpt} terms={found.terms} />
        </p>
      )}
      <p class="row-note">
        {done === of ? (
          <Badge tone="success" icon="check">
            {t("panel.howTo.done")}
          </Badge>
        ) : (
          <span>{t("panel.howTo.progress", { done, of })}</span>
        )}
        {found && entry.category && (
          <span>
            <MarkedText text={localize(entry.category, wanted)} terms={found.terms} />
          </span>
        )}
        {!entry.fitsPage && entry.where && <code>{entry.where}</code>}
      </p>
    </>
  );
  return (
    <Disclosure
      title={
        <span lang={lang} dir={directionOf(lang)}>
          <MarkedText text={localize(entry.name, wanted)} terms={found?.terms ?? NO_TERMS} />
        </span>
      }
      open={open}
      onToggle={props.onToggle}
      note={note}
    >
      <HowToSteps model={model} entry={entry} />
      <HowToExport model={model} entry={entry} />
      <HowToRating model={model} entry={entry} />
    </Disclosure>
  );
}
