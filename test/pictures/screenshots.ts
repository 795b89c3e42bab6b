import { SHOP } from "../lab/names.ts";
import type { Screenshot } from "./layout.ts";
import type { Scenes } from "./scenes.ts";

/** The five screenshots of a listing, in its order. */
export const screenshots = (scenes: Scenes): readonly Screenshot[] => [
  {
    file: "1-whose-side",
    scheme: "light",
    title: "Whose side is the trouble on?",
    says: "One click says it, with the evidence behind it.",
    address: `${SHOP}/cart`,
    badge: "502",
    page: scenes.failing.light,
    popup: scenes.popup.light,
  },
  {
    file: "2-in-the-page",
    scheme: "light",
    title: "You can stop reloading.",
    says: "It keeps trying at a fair pace, and brings the page back.",
    address: `${SHOP}/cart`,
    badge: "502",
    page: scenes.card.light,
    popup: null,
  },
  {
    file: "3-repair",
    scheme: "dark",
    title: "If it is on your side, mend it here.",
    says: "Just what breaks the page, after it says what that costs.",
    address: `${SHOP}/cart`,
    badge: "502",
    page: scenes.cookiesPage.dark,
    popup: scenes.cookies.dark,
  },
  {
    file: "4-what-has-failed",
    scheme: "light",
    title: "See what has failed, and for how long.",
    says: "The site’s name and the times. It stays in your browser.",
    address: "Faultline: What has failed",
    badge: null,
    page: scenes.history.light,
    popup: null,
  },
  {
    file: "5-settings",
    scheme: "dark",
    title: "You decide what it does.",
    says: "No account, no tracking, no server of ours.",
    address: "Faultline: Settings",
    badge: null,
    page: scenes.settings.dark,
    popup: null,
  },
];
