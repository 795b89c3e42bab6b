import { popupStates } from "./states.ts";

/** All states side by side, each in a frame of its own. */
for (const name of Object.keys(popupStates)) {
  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  const frame = document.createElement("iframe");
  caption.textContent = name;
  frame.title = name;
  frame.src = `/src/pages/popup/index.html#state=${encodeURIComponent(name)}`;
  figure.append(caption, frame);
  document.body.append(figure);
}
