import { useEffect } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { keepFocus } from "../ui/keep-focus.ts";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { AutomaticSection } from "./automatic-section.tsx";
import { CardsSection } from "./cards-section.tsx";
import { FileSection } from "./file-section.tsx";
import { KeptSection } from "./kept-section.tsx";
import { LivePartsSection } from "./live-parts-section.tsx";
import { NotificationsSection } from "./notifications-section.tsx";
import { OpinionsSection } from "./opinions-section.tsx";
import { OrganisationSection } from "./organisation-section.tsx";
import { RetrySection } from "./retry-section.tsx";
import { StatusPagesSection } from "./status-pages-section.tsx";
import { useOptions } from "./use-options.ts";
import { WaysSection } from "./ways-section.tsx";

/** All that can be set. Every change is kept at once; what an organisation has set is shown and stays. */
export function Options() {
  const options = useOptions();
  useEffect(keepFocus, []);
  const says = { saved: text("options_saved"), failed: text("options_not_saved") };
  return (
    <main class="options" data-ready={options !== null}>
      <h1>{text("options_title")}</h1>
      <AutomaticSection />
      {options ? (
        <>
          <RetrySection options={options} />
          <CardsSection options={options} />
          <NotificationsSection options={options} />
          <OpinionsSection options={options} />
          <StatusPagesSection options={options} />
          <LivePartsSection options={options} />
          <WaysSection />
          <KeptSection options={options} />
          <FileSection options={options} />
          <OrganisationSection managed={options.managed} />
        </>
      ) : null}
      <div class="saved">
        <Status as="span">
          {/* A new element each time, or the same words a second time would not be announced. */}
          {options?.outcome ? <span key={options.outcome.nth}>{says[options.outcome.is]}</span> : null}
        </Status>
        {options?.undo ? (
          <Button action="undo" onClick={options.undo}>
            {text("options_undo")}
          </Button>
        ) : null}
      </div>
    </main>
  );
}
