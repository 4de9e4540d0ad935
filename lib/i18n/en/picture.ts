export const picture = {
  "picture.title": "Picture",
  "picture.sendingTitle": "Pictures",
  "picture.sending": "Sending pictures: {done} of {of}",
  "picture.mode": "What to change",
  "picture.mode.hide": "Hide parts",
  "picture.mode.crop": "Crop",
  "picture.hint.hide":
    "Drag over what nobody else may see. With keys: “Hide another part”, then arrows to move it, Shift and arrows to stretch it, Delete to take it away; with Alt in small steps.",
  "picture.hint.crop":
    "Drag over what is to be left, or pull its corners. With keys: arrows to move it, Shift and arrows to stretch it; with Alt in small steps.",
  "picture.add": "Hide another part",
  "picture.remove": "Remove",
  "picture.uncrop": "Whole picture",
  "picture.undo": "Undo",
  "picture.redo": "Redo",
  "picture.enlarge": "Enlarge",
  "picture.shrink": "Fit",
  "picture.stage": "The picture",
  "picture.area": "Hidden part {number} of {count}: {width} × {height} at {x}, {y}",
  "picture.rest": "What is left: {width} × {height} at {x}, {y}",
  "picture.alt": "What it shows",
  "picture.altHint": "Read out to people who do not see it.",
  "picture.altMissing": "Say in a few words what the picture shows.",
  "picture.save": "Use this picture",
  "picture.burnt":
    "What you hide is gone from the picture for good. Until you publish, the picture stays on this device.",
  "picture.noPicture":
    "The picture cannot be shown. It is neither on this device nor, for now, on the server.",
  "picture.notSaved": "The picture could not be changed.",
} as const;
