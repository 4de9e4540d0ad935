import { useSignal } from "@preact/signals";
import type { HowToEntry } from "../../lib/message/protocol.ts";
import { localize } from "../../lib/model/locale.ts";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { AuthoredTitle } from "./authored-title.tsx";
import { HowToSteps } from "./how-to-steps.tsx";
import type { ListedModel } from "./listed-model.ts";

/** More than these are searched rather than looked through. */
const FEW = 5;

/** How-tos, those for this page first. */
export function HowTosCard(props: { model: ListedModel; howTos: readonly HowToEntry[] }) {
  const { t, wanted } = useI18n();
  const words = useSignal("");
  const open = useSignal<string | null>(null);
  const { model, howTos } = props;
  if (howTos.length === 0) return null;
  const found = howTos.filter((entry) => has(entry, words.value, wanted));
  return (
    <Card title={t("panel.howTo.title")}>
      {howTos.length > FEW && (
        <Field
          label={t("panel.howTo.search")}
          labelHidden
          placeholder={t("panel.howTo.search")}
          mode="search"
          value={words.value}
          onInput={(value) => (words.value = value)}
        />
      )}
      <p class={found.length > 0 ? "visually-hidden" : "muted"} role="status">
        {found.length === 0
          ? t("panel.howTo.noneFound")
          : words.value && t("panel.howTo.found", { count: found.length })}
      </p>
      <ul class="rows">
        {found.map((entry) => (
          <li key={entry.guide} class="how-to">
            <HowTo
              model={model}
              entry={entry}
              open={open.value === entry.guide}
              onToggle={() => (open.value = open.value === entry.guide ? null : entry.guide)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function HowTo(props: {
  model: ListedModel;
  entry: HowToEntry;
  open: boolean;
  onToggle: () => void;
}) {
  const { t } = useI18n();
  const { entry } = props;
  const of = entry.steps.length;
  const done = entry.steps.filter((step) => step.done).length;
  const note = (
    <p class="row-note">
      {done === of ? (
        <Badge tone="success" icon="check">
          {t("panel.howTo.done")}
        </Badge>
      ) : (
        <span>{t("panel.howTo.progress", { done, of })}</span>
      )}
      {!entry.fitsPage && entry.where && <code>{entry.where}</code>}
    </p>
  );
  return (
    <Disclosure
      title={<AuthoredTitle text={entry.name} />}
      open={props.open}
      onToggle={props.onToggle}
      note={note}
    >
      <HowToSteps model={props.model} entry={entry} />
    </Disclosure>
  );
}

/** Every word is in its name or in the title of a step. */
function has({ name, steps }: HowToEntry, typed: string, wanted: readonly string[]): boolean {
  const said = [name, ...steps.map(({ title }) => title)]
    .map((text) => localize(text, wanted))
    .join(" ")
    .toLocaleLowerCase();
  const words = typed.toLocaleLowerCase().split(/\s+/);
  return words.every((word) => said.includes(word));
}
