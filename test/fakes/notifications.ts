import { FakeEvent } from "./event.ts";

interface Note {
  readonly title: string;
  readonly message: string;
}

/** `browser.notifications`. */
export class FakeNotifications {
  readonly onClicked = new FakeEvent<[string]>();
  /** Those that stand, by id. */
  readonly standing = new Map<string, Note>();
  /** All that were ever shown, oldest first. */
  readonly said: Array<Note & { readonly id: string }> = [];

  readonly create = async (id: string, { title, message }: Note): Promise<string> => {
    this.standing.set(id, { title, message });
    this.said.push({ id, title, message });
    return id;
  };
  readonly clear = async (id: string): Promise<boolean> => this.standing.delete(id);
  readonly getAll = async () => Object.fromEntries([...this.standing.keys()].map((id) => [id, true]));
}
