import { text } from "../ui/text.tsx";
import { AutomaticSection } from "./automatic-section.tsx";
import { KeptSection } from "./kept-section.tsx";
import { LivePartsSection } from "./live-parts-section.tsx";
import { OpinionsSection } from "./opinions-section.tsx";
import { OrganisationSection } from "./organisation-section.tsx";
import { StatusPagesSection } from "./status-pages-section.tsx";
import { useOptions } from "./use-options.ts";

/** All that can be set. Every change is kept at once; what an organisation has set is shown and stays. */
export function Options() {
  const options = useOptions();
  const says = { saved: text("options_saved"), failed: text("options_not_saved") };
  return (
    <main class="options" data-ready={options !== null}>
      <h1>{text("options_title")}</h1>
      <AutomaticSection />
      {options ? (
        <>
          <OpinionsSection options={options} />
          <StatusPagesSection options={options} />
          <LivePartsSection options={options} />
          <KeptSection />
          <OrganisationSection managed={options.managed} />
        </>
      ) : null}
      <p class="saved" role="status">
        {options?.outcome ? says[options.outcome] : ""}
      </p>
    </main>
  );
}
