/** Wires events to handlers, synchronously in the first turn: a listener added later misses the event that woke the worker. */
import { onAddressBar } from "../platform/address-bar.ts";
import { onAlarm } from "../platform/alarms.ts";
import { onHiddenFailure, onUnreached } from "../platform/automatic.ts";
import { onCommand } from "../platform/commands.ts";
import { onInstalled, onStartup } from "../platform/lifecycle.ts";
import { onMenuClicked } from "../platform/menus.ts";
import { handleMessages } from "../platform/messages.ts";
import { onNotificationClicked } from "../platform/notifications.ts";
import { onPermissionsChanged } from "../platform/permissions.ts";
import { onSettingsChanged } from "../platform/settings.ts";
import { closeStorageToPages } from "../platform/storage-access.ts";
import { onSiteCheck } from "./by-name.ts";
import { followCard } from "./card/cards.ts";
import { onCard } from "./card/on-card.ts";
import { onAskArchive } from "./check/saved-copy.ts";
import { onAddress, onAskPlaces, onTestAddress } from "./check/second-opinions.ts";
import { onHistoryClear, onHistoryRemove } from "./forget.ts";
import { onFormBack } from "./form-return.ts";
import { onPartsFailed, onPartsWatch } from "./live-parts.ts";
import { onHistoryLine } from "./on-history.ts";
import { onGrantsChanged, onInstall, onNotificationClick, onStart } from "./on-lifecycle.ts";
import { onCheckAgain, onStatusPageGranted, onTabOpen } from "./on-popup.ts";
import { onTabReload } from "./on-reload.ts";
import { onRetryKeep, onRetryNow, onRetryStop, onRetryUnwatch, onRetryWatch } from "./on-retry.ts";
import { onSettings } from "./on-settings.ts";
import { onStepBegin, onTold } from "./on-told.ts";
import { onFailed, onLeft, onNobodyReached, onReplaced } from "./page-words.ts";
import {
  onDroppedRepair,
  onPromptGranted,
  onRepairBegin,
  onRepairFinish,
  onRepairGranted,
  onRepairLeave,
} from "./repair/on-repair.ts";
import { retry } from "./retry/driver.ts";
import { onRepairDropped, onShown } from "./tab-view.ts";
import { onKeys, onMenuClick, onTyped, saysOf } from "./ways-in.ts";

handleMessages({
  "page/failed": onFailed,
  "page/left": onLeft,
  "page/card": onCard,
  "page/parts-failed": onPartsFailed,
  "parts/watch": onPartsWatch,
  "tab/open": onTabOpen,
  "site/check": onSiteCheck,
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
  "repair/begin": onRepairBegin,
  "repair/granted": onPromptGranted,
  "repair/finish": onRepairFinish,
  "repair/leave": onRepairLeave,
  "retry/now": onRetryNow,
  "retry/stop": onRetryStop,
  "retry/keep": onRetryKeep,
  "retry/watch": onRetryWatch,
  "retry/unwatch": onRetryUnwatch,
  "history/clear": onHistoryClear,
  "history/remove": onHistoryRemove,
  "history/line": onHistoryLine,
});

onInstalled(onInstall);
onStartup(onStart);
onAlarm(() => retry.tick());
onUnreached(onNobodyReached);
onShown(followCard);
onRepairDropped(onDroppedRepair);
onSettingsChanged(onSettings);
onCommand(onKeys);
onMenuClicked(onMenuClick);
onAddressBar({ says: saysOf, onEntered: onTyped });

/** Both exist only once granted, so they are registered at every start and again after a grant. */
function registerGranted(): void {
  onHiddenFailure(onReplaced);
  onNotificationClicked(onNotificationClick);
}
registerGranted();
onPermissionsChanged((change) => {
  void onRepairGranted();
  // What a repair is granted for a moment covers no page more, and none less.
  if (change === "repair") return;
  registerGranted();
  return onGrantsChanged();
});

void closeStorageToPages();
// Whatever woke this worker, an earlier one may have been killed in the middle of a plan.
void retry.tick();
