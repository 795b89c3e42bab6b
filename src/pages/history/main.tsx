import { render } from "preact";
import { readyTexts } from "../../platform/i18n.ts";
import { setPageLanguage } from "../ui/page-language.ts";
import { HistoryPage } from "./history.tsx";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/button.css";
import "../ui/side-icon.css";
import "./history.css";

await readyTexts();
setPageLanguage("history_title");
const app = document.getElementById("app");
if (app) render(<HistoryPage />, app);
