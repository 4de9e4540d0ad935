/// <reference types="vite/client" />
import banner from "./banner.css?inline";
import beacon from "./beacon.css?inline";
import card from "./card.css?inline";
import checklist from "./checklist.css?inline";
import confirmation from "./confirmation.css?inline";
import content from "./content.css?inline";
import frame from "./frame.css?inline";
import survey from "./survey.css?inline";

/** Everything that a guide looks like, for its shadow root. */
export const css = frame + card + content + banner + beacon + survey + checklist + confirmation;
