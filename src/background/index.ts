/** Wires events to handlers, synchronously in the first turn: a listener added later misses the event that woke the worker. */
import { onAlarm } from "../platform/alarms.ts";
import { onHiddenFailure, onUnreached } from "../platform/automatic.ts";
import { onInstalled, onStartup } from "../platform/lifecycle.ts";
import { handleMessages } from "../platform/messages.ts";
import { onNotificationClicked } from "../platform/notifications.ts";
import { onPermissionsChanged } from "../platform/permissions.ts";
import { closeStorageToPages } from "../platform/storage-access.ts";
import { onAskArchive } from "./check/saved-copy.ts";
import { onAddress, onAskPlaces, onTestAddress } from "./check/second-opinions.ts";
import { onHistoryClear } from "./forget.ts";
import { onFormBack } from "./form-return.ts";
import { onPartsFailed, onPartsWatch } from "./live-parts.ts";
import { onGrantsChanged, onInstall, onNotificationClick, onStart } from "./on-lifecycle.ts";
import { onCheckAgain, onStatusPageGranted, onTabOpen } from "./on-popup.ts";
import { onTabReload } from "./on-reload.ts";
import { onRetryKeep, onRetryNow, onRetryStop, onRetryUnwatch, onRetryWatch } from "./on-retry.ts";
import { onStepBegin, onTold } from "./on-told.ts";
import { onFailed, onLeft, onNobodyReached, onReplaced } from "./page-words.ts";
import { retry } from "./retry/driver.ts";

handleMessages({
  "page/failed": onFailed,
  "page/left": onLeft,
  "page/parts-failed": onPartsFailed,
  "parts/watch": onPartsWatch,
  "tab/open": onTabOpen,
  "check/again": onCheckAgain,
  "tab/reload": onTabReload,
  "form/back": onFormBack,
  "opinion/places": onAskPlaces,
  "opinion/address": onAddress,
  "opinion/address-test": onTestAddress,
  "opinion/saved-copy": onAskArchive,
  "step/begin": onStepBegin,
  "check/told": onTold,
  "check/status-page-granted": onStatusPageGranted,
  "retry/now": onRetryNow,
  "retry/stop": onRetryStop,
  "retry/keep": onRetryKeep,
  "retry/watch": onRetryWatch,
  "retry/unwatch": onRetryUnwatch,
  "history/clear": onHistoryClear,
});

onInstalled(onInstall);
onStartup(onStart);
onAlarm(() => retry.tick());
onUnreached(onNobodyReached);

/** Both exist only once granted, so they are registered at every start and again after a grant. */
function registerGranted(): void {
  onHiddenFailure(onReplaced);
  onNotificationClicked(onNotificationClick);
}
registerGranted();
onPermissionsChanged(() => {
  registerGranted();
  return onGrantsChanged();
});

void closeStorageToPages();
// Whatever woke this worker, an earlier one may have been killed in the middle of a plan.
void retry.tick();
