import { render } from "preact";
import { readyTexts } from "../../platform/i18n.ts";
import { setPageLanguage } from "../ui/page-language.ts";
import { Options } from "./options.tsx";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/button.css";
import "./options.css";

await readyTexts();
setPageLanguage("options_title");
const app = document.getElementById("app");
if (app) render(<Options />, app);
