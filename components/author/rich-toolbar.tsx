import { useRef, useState } from "preact/hooks";
import type { Command } from "prosemirror-state";
import type { MessageKey } from "../../lib/i18n/messages.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import type { EditorPictures } from "./ports.ts";
import {
  type BlockStyle,
  insertImage,
  type Standing,
  type Style,
  setBlock,
  toggleStyle,
} from "./rich-commands.ts";
import { ImageForm, LinkForm, VariableForm } from "./rich-forms.tsx";

const STYLES = [
  ["strong", "bold"],
  ["emphasis", "italic"],
  ["code", "code"],
] as const satisfies readonly (readonly [Style, IconName])[];
const BLOCKS = ["heading", "bullets", "numbers"] as const satisfies readonly BlockStyle[];

export interface RichToolbarProps {
  standing: Standing;
  run: (command: Command) => boolean;
  pictures: EditorPictures;
}

/** Styles of the text below it, and what can be put in. */
export function RichToolbar(props: RichToolbarProps) {
  const { t } = useI18n();
  const { standing, run } = props;
  const [form, setForm] = useState<"link" | "variable" | null>(null);
  const toggle = (name: "link" | "variable") => setForm(form === name ? null : name);
  const close = () => setForm(null);
  return (
    <>
      <div class="rich-tools" role="toolbar" aria-label={t("rich.tools")}>
        {STYLES.map(([style, icon]) => (
          <Tool
            key={style}
            icon={icon}
            label={`rich.${style}`}
            pressed={standing.styles[style]}
            onClick={() => run(toggleStyle(style))}
          />
        ))}
        {BLOCKS.map((block) => (
          <Tool
            key={block}
            icon={block}
            label={`rich.${block}`}
            pressed={standing.block === block}
            onClick={() => run(setBlock(standing.block === block ? "paragraph" : block))}
          />
        ))}
        <Tool
          icon="link"
          label="rich.link"
          pressed={standing.link !== null}
          expanded={form === "link"}
          onClick={() => toggle("link")}
        />
        <Tool
          icon="person"
          label="rich.variable"
          expanded={form === "variable"}
          onClick={() => toggle("variable")}
        />
        <FileTool onFile={props.pictures.add} run={run} />
      </div>
      {form === "link" && <LinkForm href={standing.link} run={run} onClose={close} />}
      {form === "variable" && <VariableForm run={run} onClose={close} />}
      {standing.image && (
        <ImageForm
          key={standing.image.asset}
          image={standing.image}
          pictures={props.pictures}
          run={run}
        />
      )}
    </>
  );
}

function Tool(props: {
  icon: IconName;
  label: MessageKey & `rich.${string}`;
  pressed?: boolean;
  expanded?: boolean;
  onClick: () => void;
}) {
  const { t } = useI18n();
  const name = t(props.label as "rich.link");
  return (
    <button
      type="button"
      class="rich-tool"
      aria-label={name}
      title={name}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      // The selection in the text stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}

function FileTool(props: {
  onFile: (file: File) => Promise<string | null>;
  run: (command: Command) => boolean;
}) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const asset = await props.onFile(file);
    setRefused(asset === null);
    if (asset !== null) props.run(insertImage({ asset, alt: "" }));
  };
  return (
    <>
      <Tool icon="image" label="rich.image" onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp,image/gif"
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      {refused && (
        <p class="field-error" role="alert">
          {t("rich.imageRefused")}
        </p>
      )}
    </>
  );
}
