import { ENVIRONMENTS, type Environment } from "../../lib/model/environment.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Facts } from "../ui/facts.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import type { OnServer } from "./editor-remote.ts";
import type { PublicationFacts } from "./publication-model.ts";

const TONES = {
  draft: "neutral",
  in_review: "accent",
  approved: "success",
} as const satisfies Record<OnServer["review"], Tone>;

export interface PublicationStateProps {
  /** Null: the server has no such guide yet. */
  on: OnServer | null;
  /** Something here is not on the server. */
  unsaved: boolean;
  facts: PublicationFacts | undefined;
}

/** Which version is in force where, and how far the draft is. */
export function PublicationState({ on, unsaved, facts }: PublicationStateProps) {
  const { t } = useI18n();
  const review = unsaved ? "draft" : (on?.review ?? "draft");
  const isReviewed = facts?.required || review !== "draft";
  const last = facts?.history.find(({ act }) => act !== "published" && act !== "rolled_back");

  function words(environment: Environment) {
    const production = environment === "production";
    const version = production ? on?.published : on?.staging;
    if (!version) return <span class="muted">{t("publication.nothing")}</span>;
    const changed = unsaved || (production ? on?.changed : on?.stagingChanged);
    return (
      <>
        {t("editor.versions.version", { version })}{" "}
        <span class="muted">{t(changed ? "publication.differs" : "publication.same")}</span>
      </>
    );
  }

  return (
    <>
      <Facts
        of={[
          ...ENVIRONMENTS.map((one) => [t(`environment.${one}`), words(one)] as const),
          ...(isReviewed
            ? [
                [
                  t("publication.review"),
                  <Badge key="review" tone={TONES[review]}>
                    {t(`publication.review.${review}`)}
                  </Badge>,
                ] as const,
              ]
            : []),
        ]}
      />
      {last?.act === "returned" && (
        <Notice
          tone="warning"
          title={t("publication.returnedBy", { who: last.by || t("publication.somebody") })}
        >
          <p class="publication-note">{last.note}</p>
        </Notice>
      )}
    </>
  );
}
