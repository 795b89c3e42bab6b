import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";

interface Props {
  /** Names the list and the first part of its buttons' names. */
  readonly id: string;
  readonly hosts: readonly string[];
  /** Whoever administers the browser has set them. */
  readonly locked?: boolean;
  /** The element whose words stand above it, where no heading of its own does. */
  readonly labelledBy?: string;
  readonly onRemove: (host: string) => void;
}

/** Hosts, each with a way to take it out unless they are locked. */
export const HostList = ({ id, hosts, locked = false, labelledBy, onRemove }: Props) => (
  <ul class="pairs" data-list={id} aria-labelledby={labelledBy}>
    {hosts.map((host) => (
      <li key={host}>
        <bdi>{host}</bdi>
        {locked ? null : (
          <Button
            action={`${id}-remove`}
            look="quiet"
            label={text("options_remove_named", host)}
            onClick={() => onRemove(host)}
          >
            {text("options_remove")}
          </Button>
        )}
      </li>
    ))}
  </ul>
);
