import { useState } from "preact/hooks";
import { useI18n } from "./i18n.tsx";
import { Icon, type IconName } from "./icon.tsx";

/** Where a file is chosen, by mouse or keyboard, or dropped. The same file, mended, can be taken again. */
export function FileDrop(props: {
  icon: IconName;
  label: string;
  /** A second, quieter line. */
  note?: string | undefined;
  accept?: string;
  describedBy?: string;
  /** In a place of its own, rather than among other fields. */
  roomy?: boolean;
  /** Bytes that are read at most. */
  most?: number;
  onFile: (file: File) => void;
}) {
  const { t, number } = useI18n();
  const { most = Number.POSITIVE_INFINITY } = props;
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (!file) return;
    setTooLarge(file.size > most);
    if (file.size <= most) props.onFile(file);
  };
  const classes = ["file-drop", over && "file-over", props.roomy && "file-roomy"];
  return (
    <label
      class={classes.filter(Boolean).join(" ")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <Icon name={props.icon} />
      <span>{props.label}</span>
      {props.note && <span class="muted small">{props.note}</span>}
      {tooLarge && (
        <span class="field-error" role="alert">
          {t("common.fileTooLarge", { most: number(most / 1024 / 1024) })}
        </span>
      )}
      <input
        type="file"
        accept={props.accept}
        class="visually-hidden"
        aria-describedby={props.describedBy}
        onChange={(event) => {
          const input = event.currentTarget;
          take(input.files);
          // Else a file of the same name would be no change.
          input.value = "";
        }}
      />
    </label>
  );
}
