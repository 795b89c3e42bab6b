import type { OpinionsView } from "../../core/places/opinions-view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { Foot } from "./foot.tsx";
import { OpinionsSlot } from "./opinions-slot.tsx";
import type { Scene } from "./scene.ts";
import { Support } from "./support.tsx";
import { TimelineSlot } from "./timeline-slot.tsx";

interface Props {
  readonly view: CheckView;
  readonly scene: Scene;
  readonly opinions: OpinionsView | null;
  readonly now: number;
  readonly lang: string;
}

/** What leads out of a failing page's scene: to others, to the past, to a support desk and to the settings. */
export function IncidentFolds({ view, scene: { retry, isPage }, opinions, now, lang }: Props) {
  return (
    <>
      <OpinionsSlot key={`others ${view.incidentId}`} view={view} retry={retry} opinions={opinions} lang={lang} />
      {isPage ? <TimelineSlot key={`line ${view.incidentId}`} view={view} retry={retry} now={now} lang={lang} /> : null}
      <Support view={view} retry={retry} lang={lang} />
      <Foot tabId={view.tabId} />
    </>
  );
}
