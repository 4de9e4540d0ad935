import { MessageProblem } from "../message-problem.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { FeedCard } from "./feed-card.tsx";
import { LibraryCard } from "./library-card.tsx";
import type { ListedModel } from "./listed-model.ts";

/** What the side panel itself shows of a workspace's guides. */
export function ListedCards({ model }: { model: ListedModel }) {
  const view = model.data.view.value;
  const problem = model.problem.value;
  if (view.state === "loading") return <Skeleton lines={3} />;
  if (view.state === "failed") {
    return <MessageProblem error={view.error} onRetry={() => void model.data.load()} />;
  }
  return (
    <>
      {problem && <MessageProblem error={problem} />}
      <FeedCard model={model} feed={view.value.feed} />
      <LibraryCard model={model} howTos={view.value.howTos} />
    </>
  );
}
