import type { ReportContext } from "../console/report-card.tsx";
import { AlertsCard } from "./alerts-card.tsx";
import { ListCard } from "./list-card.tsx";
import type { PlaybooksModel } from "./model.ts";
import { PlaybookView } from "./playbook-view.tsx";
import { ReadyCard } from "./ready-card.tsx";

export interface PlaybooksTabProps {
  model: PlaybooksModel;
  context: ReportContext;
  /** The address of a playbook; null: of all. */
  hrefOf: (id: string | null) => string;
  /** Opens a playbook, or all of them. */
  go: (id: string | null) => void;
}

/** Rules that act on accounts, and what they want somebody to know. */
export function PlaybooksTab(props: PlaybooksTabProps) {
  const page = props.model.page.value;
  if (page) return <PlaybookView key={page.id} {...props} page={page} />;
  return (
    <div class="stack">
      <AlertsCard {...props} />
      <ListCard {...props} />
      <ReadyCard {...props} />
    </div>
  );
}
