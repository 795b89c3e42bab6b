import { useEffect, useState } from "preact/hooks";
import { DEADLINES, MOST_TAB_HOURS, MOST_WATCH_DAYS } from "../../core/settings/deadlines.ts";
import { MOST_SITES, withSite } from "../../core/settings/sites.ts";
import { isPattern } from "../../core/settings/status-pages.ts";
import { text } from "../ui/text.tsx";
import { Tick } from "../ui/tick.tsx";
import { Field } from "./field.tsx";
import { HostList } from "./host-list.tsx";
import type { OptionsState } from "./use-options.ts";

interface NumberProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly locked: boolean;
  /** Resolves with whether it could be kept. */
  readonly onChange: (value: number) => Promise<boolean>;
}

/** A whole number from 1 on. What is out of its range is not kept, stands there to be mended, and the field says so. */
export function NumberField({ id, label, value, most, locked, onChange }: NumberProps) {
  const [error, setError] = useState("");
  /** What stands in the field since the user has begun to write; null where that is what holds. */
  const [typed, setTyped] = useState<string | null>(null);
  // What they wrote holds by now, or something else was set in another page.
  useEffect(() => {
    setTyped(null);
    setError("");
  }, [value]);
  const take = (wanted: number): void => {
    const isGood = Number.isInteger(wanted) && wanted >= 1 && wanted <= most;
    setError(isGood ? "" : text("options_bad_number", String(most)));
    if (wanted === value) setTyped(null);
    // What could not be kept does not hold, and the page says so.
    else if (isGood) void onChange(wanted).then((isKept) => isKept || setTyped(null));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={1}
        max={most}
        step={1}
        value={typed ?? value}
        disabled={locked}
        aria-invalid={error !== ""}
        aria-describedby={error ? `${id}-error` : undefined}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => take(event.currentTarget.valueAsNumber)}
      />
      {error ? (
        <p id={`${id}-error`} class="error" role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** The sites whose pages are not tried again by themselves, and a row for one more. */
function Sites({ options, locked }: { readonly options: OptionsState; readonly locked: boolean }) {
  const { settings, set } = options;
  const [site, setSite] = useState("");
  const [error, setError] = useState("");
  const add = (event: Event): void => {
    event.preventDefault();
    const wanted = site.trim().toLowerCase();
    const isGood = isPattern(wanted);
    setError(isGood ? "" : text("options_bad_site"));
    if (!isGood) return void document.getElementById("retry-off-site")?.focus();
    set("retryOffSites", (now) => withSite(now, wanted));
    setSite("");
  };
  return (
    <>
      <HostList
        id="retry-off-sites"
        hosts={settings.retryOffSites}
        locked={locked}
        onRemove={(gone) => set("retryOffSites", (now) => now.filter((one) => one !== gone))}
      />
      {locked || settings.retryOffSites.length >= MOST_SITES ? null : (
        <form class="add one" data-form="retry-off-sites" onSubmit={add} noValidate>
          <Field id="retry-off-site" label={text("options_site")} value={site} error={error} onInput={setSite} />
          <button type="submit" class="button" data-action="retry-off-sites-add">
            {text("options_add")}
          </button>
        </form>
      )}
    </>
  );
}

/** Whether, where and for how long failing pages are tried again. */
export function RetrySection({ options }: { readonly options: OptionsState }) {
  const { settings, managed, set, timesAllChanged } = options;
  const { tabHours, watchDays } = settings.deadlines;
  const isSet = (field: keyof typeof settings): boolean => managed.settings[field] !== undefined;
  const theirs = <p class="theirs">{text("options_set_by_organisation")}</p>;
  return (
    <section class="retry">
      <h2>{text("options_field_retry")}</h2>
      <Tick
        field="retry"
        label={text("options_retry_on")}
        checked={!settings.retry.off}
        locked={isSet("retry")}
        onChange={(on) => set("retry", (now) => ({ ...now, off: !on }))}
      />
      {isSet("retry") ? theirs : null}
      <h3>{text("options_field_retry_off_sites")}</h3>
      <p class="muted">
        {text("options_retry_off_sites_why")} {isSet("retryOffSites") ? null : text("options_hosts_below")}
      </p>
      {isSet("retryOffSites") ? theirs : null}
      <Sites options={options} locked={isSet("retryOffSites")} />
      <h3>{text("options_field_deadlines")}</h3>
      {isSet("deadlines") ? theirs : null}
      <div class="numbers">
        <NumberField
          key={`tab-hours ${timesAllChanged}`}
          id="tab-hours"
          label={text("options_tab_hours")}
          value={tabHours}
          most={MOST_TAB_HOURS}
          locked={isSet("deadlines")}
          onChange={(wanted) => set("deadlines", (now) => ({ ...DEADLINES, ...now, tabHours: wanted }))}
        />
        <NumberField
          key={`watch-days ${timesAllChanged}`}
          id="watch-days"
          label={text("options_watch_days")}
          value={watchDays}
          most={MOST_WATCH_DAYS}
          locked={isSet("deadlines")}
          onChange={(wanted) => set("deadlines", (now) => ({ ...DEADLINES, ...now, watchDays: wanted }))}
        />
      </div>
      <p class="muted">{text("options_deadlines_why")}</p>
    </section>
  );
}
