import type { ComponentChildren } from "preact";
import { isSafeUrl } from "../../lib/model/safe-url.ts";
import type { Labels } from "../../lib/tour/labels.ts";

interface ExternalLinkProps {
  href: string;
  labels: Pick<Labels, "newTab">;
  class?: string;
  children: ComponentChildren;
}

/** A link out of the guide. Its address is checked when it is drawn and again when it is followed. */
export function ExternalLink({ href, labels, children, ...rest }: ExternalLinkProps) {
  if (!isSafeUrl(href)) return <span>{children}</span>;
  const onClick = (event: MouseEvent) => {
    const link = event.currentTarget as HTMLAnchorElement;
    if (!event.isTrusted || !isSafeUrl(link.href)) event.preventDefault();
  };
  return (
    <a {...rest} href={href} target="_blank" rel="noopener noreferrer" onClick={onClick}>
      {children}
      <span class="unseen"> ({labels.newTab})</span>
    </a>
  );
}
