import { render } from "preact";
import { setPageLanguage } from "../ui/page-language.ts";
import { Welcome } from "./welcome.tsx";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/button.css";
import "../ui/side-icon.css";
import "./welcome.css";

setPageLanguage("welcome_title");
const app = document.getElementById("app");
if (app) render(<Welcome />, app);
