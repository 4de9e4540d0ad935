import { useSignal } from "@preact/signals";
import { useId, useMemo } from "preact/hooks";
import type { HowToEntry } from "../../lib/message/protocol.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { localize } from "../../lib/model/locale.ts";
import { ExportMenu } from "../author/export-menu.tsx";
import { loadPictureFrom } from "../author/load-picture.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { saveFile } from "../ui/save-file.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import type { ListedModel } from "./listed-model.ts";

type Read = "closed" | "reading" | "unread" | Guide;

/** Saves a how-to as a file, for whoever reads it. */
export function HowToExport({ model, entry }: { model: ListedModel; entry: HowToEntry }) {
  const { t, wanted } = useI18n();
  const id = useId();
  const read = useSignal<Read>("closed");
  const toggle = async () => {
    if (read.value !== "closed") {
      read.value = "closed";
      return;
    }
    read.value = "reading";
    read.value = (await model.published(entry.guide)) ?? "unread";
  };
  const open = read.value !== "closed";
  return (
    <>
      <div class="actions">
        <Button
          icon="download"
          label={t("export.openLabel", { guide: localize(entry.name, wanted) })}
          expanded={open}
          controls={open ? id : undefined}
          onClick={() => void toggle()}
        >
          {t("export.open")}
        </Button>
      </div>
      {open && (
        <div id={id} class="how-to-export">
          <Opened model={model} read={read.value} />
        </div>
      )}
    </>
  );
}

function Opened({ model, read }: { model: ListedModel; read: Read }) {
  const { t } = useI18n();
  const loadPicture = useMemo(() => loadPictureFrom(model.picture), [model]);
  if (typeof read === "object") {
    return <ExportMenu guide={read} loadPicture={loadPicture} save={saveFile} />;
  }
  if (read === "unread") return <Notice tone="danger" title={t("export.failed.guide")} live />;
  return <Skeleton lines={3} />;
}
