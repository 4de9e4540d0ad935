import { useSignal } from "@preact/signals";
import type { Status } from "../../lib/message/protocol.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Icon } from "../ui/icon.tsx";
import type { FormProblem, OptionsModel } from "./model.ts";
import { FormRefusal } from "./problem.tsx";

export function SitesCard({ model, status }: { model: OptionsModel; status: Status }) {
  const { t } = useI18n();
  const typed = useSignal("");
  const problem = model.problems.value.sites;
  const error = useSiteError(problem);

  function add() {
    // The browser's question must be asked within this event: nothing may be awaited before.
    const added = model.addSite(typed.value);
    void added.then((done) => {
      if (done) typed.value = "";
    });
  }

  return (
    <Card title={t("options.sites.title")} lead={t("options.sites.lead")}>
      <Form label={t("options.sites.add")} onSubmit={add}>
        <div class="field-with-button">
          <Field
            label={t("options.sites.field")}
            hint={t("options.sites.hint")}
            mode="url"
            value={typed.value}
            onInput={(text) => (typed.value = text)}
            error={error}
            required
          />
          <Button kind="primary" submit busy={model.busy.value === "sites"}>
            {t("options.sites.add")}
          </Button>
        </div>
        <FormRefusal problem={problem} />
      </Form>
      {status.sites.length === 0 ? (
        <EmptyState title={t("options.sites.empty")} hint={t("options.sites.emptyHint")} />
      ) : (
        <ul class="sites" aria-label={t("options.sites.list")}>
          {status.sites.map((site) => (
            <li key={site}>
              <Icon name="globe" />
              <span class="site">{site}</span>
              <Button
                kind="quiet"
                icon="close"
                iconOnly
                onClick={() => void model.removeSite(site)}
              >
                {t("options.sites.remove", { site })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function useSiteError(problem: FormProblem | undefined): string | undefined {
  const { t } = useI18n();
  switch (problem?.kind) {
    case "address":
      return t(problem.fault === "scheme" ? "options.sites.scheme" : "options.sites.invalid");
    case "present":
      return t("options.sites.present", { site: problem.site });
    case "denied":
      return t("options.sites.denied", { site: problem.site });
    default:
      return undefined;
  }
}
