import { render } from "preact";
import { readyTexts } from "../../platform/i18n.ts";
import { setPageLanguage } from "../ui/page-language.ts";
import { Full } from "./full.tsx";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/button.css";
import "../ui/fold.css";
import "../ui/side-icon.css";
import "../popup/popup.css";
import "./wide.css";

await readyTexts();
setPageLanguage("ui_title");
const app = document.getElementById("app");
if (app) render(<Full />, app);
