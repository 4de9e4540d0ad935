import { useMemo } from "preact/hooks";
import type { Guide } from "../../lib/model/guide.ts";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { saveFile } from "../ui/save-file.ts";
import { ExportMenu } from "./export-menu.tsx";
import { loadPictureFrom } from "./load-picture.ts";
import type { EditorPictures } from "./ports.ts";

/** The draft as a file, as it is now. */
export function EditorExport({ guide, pictures }: { guide: Guide; pictures: EditorPictures }) {
  const { t } = useI18n();
  const loadPicture = useMemo(() => loadPictureFrom(pictures.address), [pictures]);
  return (
    <Card title={t("export.open")}>
      <ExportMenu guide={guide} loadPicture={loadPicture} save={saveFile} />
    </Card>
  );
}
