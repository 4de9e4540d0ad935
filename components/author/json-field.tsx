import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { same } from "../../lib/draft/same.ts";
import type { Problem, Result } from "../../lib/model/parse.ts";
import { useI18n } from "../ui/i18n.tsx";
import { sayNeeded } from "../ui/say-problem.ts";

const SHOWN = 3;

/**
 * Something of a guide as JSON, taken once it can be read. What is not taken yet stays in the field, with what is
 * wrong. For another thing give it another key.
 */
export function JsonField<T>(props: {
  label: string;
  hint?: string;
  read: (text: string) => Result<T>;
  value: T | undefined;
  /** Undefined: it was emptied. */
  onChange: (value: T | undefined) => void;
  /** It may not be emptied. */
  required?: boolean;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const id = useId();
  const [text, setText] = useState(() => written(props.value));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  /** What the field itself said last. */
  const told = useRef(props.value);

  useLayoutEffect(() => {
    if (same(props.value, told.current)) return;
    told.current = props.value;
    setText(written(props.value));
    setProblems([]);
  }, [props.value]);

  function take(next: string) {
    setText(next);
    if (next.trim() === "" && !props.required) {
      setProblems([]);
      told.current = undefined;
      props.onChange(undefined);
      return;
    }
    const read = props.read(next);
    setProblems(read.ok ? [] : read.error);
    if (!read.ok) return;
    told.current = read.value;
    props.onChange(read.value);
  }

  const wrong = problems.length > 0;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <textarea
        id={id}
        class="input json"
        rows={Math.min(12, Math.max(2, text.split("\n").length))}
        value={text}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-error` : props.hint && `${id}-hint`}
        onInput={(event) => take(event.currentTarget.value)}
      />
      {wrong && (
        <div class="field-error" id={`${id}-error`}>
          {problems.slice(0, SHOWN).map((one) => (
            <p key={one.path + one.allowed}>
              {t("editor.json.problem", {
                path: one.path || "JSON",
                found: one.found,
                allowed: sayNeeded(one, i18n),
              })}
            </p>
          ))}
          <p>{t("editor.json.kept")}</p>
        </div>
      )}
      {props.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

function written(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(value, null, 2);
}
