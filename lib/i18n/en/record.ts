/** A workflow is recorded. */
export const record = {
  "record.title": "Record a guide",
  "record.lead":
    "Do it once in the page beside this panel. Each click, choice and entry becomes a step.",
  "record.private":
    "All of it stays on this device until you publish. What you type is never recorded.",
  "record.into": "Steps go to",
  "record.newGuide": "A new guide",
  "record.after": "After step",
  "record.first": "At the beginning",
  "record.goesTo": "The steps will be added to “{guide}”.",
  "record.pictures": "With a picture of each step",
  "record.picturesHint":
    "The browser asks for all sites, as it takes pictures for nothing less. What is typed or looks personal is hidden before a picture is kept.",
  "record.start": "Start recording",
  "record.state.recording": "Recording",
  "record.state.paused": "Paused",
  "record.state.interrupted": "Interrupted",
  "record.interrupted":
    "The browser was closed meanwhile. Your steps are here: go on in the page beside this panel, or finish.",
  "record.elsewhere": "Another tab is recorded, not the one beside this panel.",
  "record.here": "Record this tab too",
  "record.frames": {
    one: "What you do in the part of this page that comes from {sites} is not recorded.",
    other: "What you do in the parts of this page that come from {sites} is not recorded.",
  },
  "record.allowFrames": "Allow and record there",
  "record.none": "Do the first step in the page.",
  "record.steps": "Recorded steps",
  "record.newest": "Step {number}: {step}",
  "record.pause": "Pause",
  "record.resume": "Resume",
  "record.undo": "Undo last",
  "record.removeLabel": "Remove: {step}",
  "record.finish": "Finish and edit",
  "record.discard": "Discard",
  "record.discardTitle": "Discard the recording?",
  "record.discardBody": "All its steps will be gone. It cannot be undone.",
  "record.lamp.green": "Stands out",
  "record.lamp.amber": "Something is nearly like it",
  "record.lamp.red": "Cannot be told apart",
  "record.advice":
    "Other elements here look just the same. Undo, and click a part with a text of its own, or ask for a test id.",
  "record.noPage": "This tab cannot be recorded",
  "record.unseen":
    "Waymark may not see it. If it is a page of your app, add its site in the options and come back. Pages of the browser itself cannot be recorded.",
  "record.foreign":
    "Only web pages can be recorded. Open your app in a tab, at an address that begins with https://.",
  "record.denied": "Recording needs your permission for {site}. Start again and allow it.",
} as const;
