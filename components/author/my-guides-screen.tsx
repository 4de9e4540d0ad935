import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { MyGuidesList, type MyGuidesProps } from "./my-guides.tsx";

/** A page of its own for all guides of an author. */
export function MyGuidesScreen(props: MyGuidesProps & { onOpenConsole: () => void }) {
  const { t } = useI18n();
  return (
    <main class="editor">
      <PageHead title={t("authoring.title")} lead={t("authoring.lead")}>
        <Button kind="quiet" icon="chart" onClick={props.onOpenConsole}>
          {t("common.openConsole")}
        </Button>
      </PageHead>
      <section class="card" aria-label={t("authoring.title")}>
        <MyGuidesList {...props} />
      </section>
    </main>
  );
}

/** In the side panel: the newest few. */
export function MyGuidesCard(props: MyGuidesProps) {
  const { t } = useI18n();
  return (
    <Card title={t("authoring.title")} lead={t("authoring.lead")}>
      <MyGuidesList {...props} limit={4} />
    </Card>
  );
}
