import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { OnServer, RemoteBusy } from "./editor-remote.ts";
import type { PublicationModel } from "./publication-model.ts";

/** Puts a version that was published somewhere into force: on to production, or back to it. */
export function PutVersion(props: {
  publication: PublicationModel;
  version: number;
  on: OnServer | null;
  busy: RemoteBusy | null;
}) {
  const { t } = useI18n();
  const { publication, version, on, busy } = props;
  const [asking, setAsking] = useState(false);
  const isBack = (on?.published ?? 0) > version;
  const isBusy = (environment: "production" | "staging") =>
    busy?.what === "publish" && busy.environment === environment && busy.version === version;
  const words = t(isBack ? "publication.rollBack" : "publication.put", { version });
  return (
    <>
      {on?.published !== version && (
        <Button busy={isBusy("production")} onClick={() => setAsking(true)}>
          {words}
        </Button>
      )}
      {on?.staging !== version && (
        <Button
          busy={isBusy("staging")}
          onClick={() => void publication.publish("staging", version)}
        >
          {t("publication.putStaging", { version })}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t(isBack ? "publication.rollBackTitle" : "publication.putTitle", { version })}
        confirm={words}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void publication.publish("production", version);
        }}
      >
        {t("publication.putBody")}
      </ConfirmDialog>
    </>
  );
}
